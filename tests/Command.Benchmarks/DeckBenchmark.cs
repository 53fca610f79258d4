using System.Diagnostics;
using Command.Reviews.Slides;

namespace Command.Benchmarks;

/// <summary>A review's deck of sixteen slides and more, from its description to the file: the first of a process, and the next ones.</summary>
internal static class DeckBenchmark
{
    private const int Months = 12;
    private const int Again = 10;

    private static readonly (int Units, double NeededMilliseconds)[] sizes = [(18, 1_000), (200, 5_000)];

    public static Task RunAsync(Report report)
    {
        foreach (var (units, needed) in sizes)
        {
            var deck = Describe(units);
            var first = Write(deck);
            var next = Enumerable.Range(0, Again).Select(_ => Write(deck)).ToList();
            // The longest of all, the compiler's work included.
            var longest = next.Append(first).Max(w => w.Milliseconds);
            report.Add($"a deck of {units} units × {Months} months ({first.Slides} slides, {Report.Number(first.Bytes / 1024.0)} KiB)", $"≤ {Report.Number(needed)} ms",
                $"{Report.Number(longest)} ms (first {Report.Number(first.Milliseconds)}, median {Report.Number(Report.Median(next.Select(w => w.Milliseconds)))} ms)", longest <= needed);
            report.Add($"memory that a deck of {units} units takes on the way", "", $"{Report.Number(next.Max(w => w.Allocated) / 1024.0 / 1024)} MiB", null);
        }

        return Task.CompletedTask;
    }

    private static (double Milliseconds, long Bytes, int Slides, long Allocated) Write(Deck deck)
    {
        var slides = new Told();
        using var file = new MemoryStream();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.GetTimestamp();
        DeckWriter.Write(deck, file, slides);
        return (Stopwatch.GetElapsedTime(clock).TotalMilliseconds, file.Length, slides.Of, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Deck Describe(int units)
    {
        var dice = new Random(3);
        var names = Enumerable.Range(1, units).Select(i => $"Công an phường Tân Bình An số {i}").ToList();
        var months = Enumerable.Range(1, Months).Select(m => $"T{m}").ToList();
        CategoryChart Monthly(string name) => new(name, "Tin báo theo tháng", "Theo tháng.", ChartKind.Line, months, [new("Kỳ này", [.. months.Select(_ => (double?)dice.Next(500))]), new("Cùng kỳ", [.. months.Select(_ => (double?)dice.Next(500))], SeriesRole.Comparison)]);
        var slides = new List<Slide> { new("Sơ kết", []) { IsCover = true } };
        slides.AddRange(Enumerable.Range(0, 10).Select(i => new Slide($"Theo tháng {i}", [new Columns([new Column([Monthly($"left.{i}")]), new Column([Monthly($"right.{i}")])])]) { Footnote = "Số liệu lúc 08:00.", Notes = "Câu nói." }));
        slides.Add(new Slide("Tỷ lệ theo đơn vị", [new CategoryChart("ratio", "Tỷ lệ", "Tỷ lệ.", ChartKind.Bars, names, [new("Tỷ lệ", [.. names.Select(_ => (double?)0.25)]) { Intervals = [.. names.Select(_ => new ChartInterval(0.2, 0.3))] }]) { Format = NumberFormat.Percent }]));
        slides.Add(new Slide("Phễu", [new ScatterChart("funnel", "Phễu", "Phễu.", "Đơn vị", [.. names.Select(n => new ScatterPoint(n, dice.Next(10, 300), dice.NextDouble()))], [new("95 %", [.. Enumerable.Range(1, 50).Select(i => new CurvePoint(i * 6, 0.25 + 1 / Math.Sqrt(i * 6)))])])]));
        slides.AddRange(Enumerable.Range(0, 3).Select(i => new Slide($"Bảng {i}", [new Table("Bảng theo đơn vị", [new("Đơn vị"), .. months.Select(m => new TableColumn(m, true))], [.. names.Select(n => new TableRow([n, .. months.Select(_ => new TableCell($"{dice.Next(999)}"))]))])])));
        return new Deck("Sơ kết", DeckLanguage.Vietnamese, DateTimeOffset.UnixEpoch, "Công an quận An Hoà", slides);
    }

    private sealed class Told : IProgress<DeckProgress>
    {
        public int Of { get; private set; }

        public void Report(DeckProgress value) => Of = value.Of;
    }
}
