using Command.Tests.Browser;

namespace Command.Benchmarks;

/// <summary>
/// Open boards while people write: how soon a post that was answered 200 is on the screen, what a refresh of a board
/// costs the server's processor, and what an open board holds of its heap. A refresh is a change of the number of
/// messages on one board, counted by the browser; its cost is the processor time beyond that of the same posts with no
/// board open, so the reading of the store that all boards share is in it.
/// </summary>
internal static class BoardBenchmark
{
    private const int Turns = 3;
    private const int Few = 5;
    private const int Many = 20;
    private const int HeapFrom = 10;
    private const int HeapTo = 50;

    public static async Task RunAsync(Report report)
    {
        if (Chromium.Path is null)
        {
            report.Add("open boards", "Chromium", "there is none: install it or set COMMAND_CHROMIUM to its path", false);
            return;
        }

        var turns = new List<Turn>();
        for (var i = 0; i < Turns; i++)
            turns.Add(await TurnAsync(i));

        double Median(Func<Turn, double> value) => Report.Median(turns.Select(value));
        string Delays(Func<Turn, Watching> of) => $"p50 {Report.Number(Median(t => of(t).Middle))} ms, p95 {Report.Number(Median(t => of(t).Slow))} ms";
        string Cost(Func<Turn, Watching> of) => $"{Report.Number(Median(t => of(t).RefreshMilliseconds), 2)} ms";

        var slow = Median(t => t.Few.Slow);
        var cost = Median(t => t.Few.RefreshMilliseconds);
        var heap = Median(t => t.HeapOfBoard);
        report.Add($"answer 200 → changed text, {Few} boards, {BoardLoad.PerSecond} events/s", "p95 ≤ 300 ms", Delays(t => t.Few), slow <= 300);
        report.Add($"answer 200 → changed text, {Many} boards", "", Delays(t => t.Many), null);
        report.Add($"server CPU per board refresh, {SignedPosts.Pages} pages, {Few} boards", "≤ 4 ms (aim 2)", Cost(t => t.Few), cost <= 4);
        report.Add($"server CPU per board refresh, {Many} boards", "", Cost(t => t.Many), null);
        report.Add($"managed heap per open board, {HeapFrom} to {HeapTo} boards", "≤ 3 MB (aim 2)", $"{Report.Number(heap, 2)} MB", heap <= 3);
        report.Add("resident memory per open board", "", $"{Report.Number(Median(t => t.ResidentOfBoard), 2)} MB", null);
    }

    /// <summary>A new server and a new browser; more and more boards.</summary>
    private static async Task<Turn> TurnAsync(int turn)
    {
        using var folder = new RunFolder();
        using var server = await ServerProcess.StartWatchedAsync(folder.Path);
        await using var boards = await OpenBoards.StartAsync(server.Port);
        var load = new BoardLoad(server, boards);
        load.WritePast();

        var idle = (await load.RunAsync()).ProcessorTime;
        await boards.OpenAsync(Few);
        await load.WarmAsync();
        var few = Watching.Of(await load.RunAsync(), idle);
        Console.WriteLine($"turn {turn + 1}: {few.Describe(Few)}; the posts alone: {Report.Number(idle.TotalMilliseconds)} ms of processor");

        await boards.OpenAsync(HeapFrom);
        var (heapFrom, residentFrom) = await HeldAsync();
        await boards.OpenAsync(Many);
        var many = Watching.Of(await load.RunAsync(), idle);
        Console.WriteLine($"turn {turn + 1}: {many.Describe(Many)}");

        await boards.OpenAsync(HeapTo);
        var (heapTo, residentTo) = await HeldAsync();
        Console.WriteLine(
            $"turn {turn + 1}: heap {Report.Number(heapFrom, 1)} MB with {HeapFrom} boards, {Report.Number(heapTo, 1)} MB with {HeapTo}; " +
            $"resident {Report.Number(residentFrom)} MB, {Report.Number(residentTo)} MB");
        return new Turn(few, many, (heapTo - heapFrom) / (HeapTo - HeapFrom), (residentTo - residentFrom) / (HeapTo - HeapFrom));

        async Task<(double Heap, double Resident)> HeldAsync()
        {
            await load.TouchAsync();
            return (await WatchedProduct.HeapMegabytesAsync(server), server.ResidentMegabytes);
        }
    }

    private sealed record Turn(Watching Few, Watching Many, double HeapOfBoard, double ResidentOfBoard);

    /// <summary>What some boards showed, and what showing it cost.</summary>
    /// <param name="Middle">Half of the delays do not exceed this; milliseconds.</param>
    /// <param name="Slow">95 of 100 delays do not exceed this; milliseconds.</param>
    private sealed record Watching(double Middle, double Slow, int Refreshes, double RefreshMilliseconds)
    {
        public static Watching Of(BoardLoadResult load, TimeSpan idle)
        {
            var delays = load.DelayMilliseconds();
            var refreshes = load.Sights.Sum(s => s.Length);
            return new Watching(
                Report.Quantile(delays, 0.5), Report.Quantile(delays, 0.95), refreshes, (load.ProcessorTime - idle).TotalMilliseconds / refreshes);
        }

        public string Describe(int boards) =>
            $"{boards} boards: p50 {Report.Number(Middle)} ms, p95 {Report.Number(Slow)} ms, {Report.Number(Refreshes)} refreshes of {Report.Number(RefreshMilliseconds, 2)} ms";
    }
}
