using Command.Data;

namespace Command.Benchmarks;

/// <summary>What came of a load.</summary>
/// <param name="ShownBefore">The number of messages on every board when it began.</param>
/// <param name="Answered">When each post's 200 arrived, the earliest first.</param>
/// <param name="Sights">By board: each number that it showed.</param>
/// <param name="ProcessorTime">Of the server, from the first post until every board showed the last.</param>
internal sealed record BoardLoadResult(long ShownBefore, IReadOnlyList<DateTimeOffset> Answered, Sight[][] Sights, TimeSpan ProcessorTime)
{
    /// <summary>
    /// Of each post on each board: from its 200 until the number of messages was first as large as with it. The k-th
    /// answered post is counted as the k-th. A board that was faster than the answer waited for nothing.
    /// </summary>
    public List<double> DelayMilliseconds()
    {
        var delays = new List<double>(Answered.Count * Sights.Length);
        foreach (var sights in Sights)
        {
            var seen = 0;
            for (var k = 0; k < Answered.Count; k++)
            {
                while (sights[seen].Count <= ShownBefore + k)
                    seen++;
                delays.Add(Math.Max(0, (sights[seen].At - Answered[k]).TotalMilliseconds));
            }
        }

        return delays;
    }
}

/// <summary>The same steady posts, again and again, before however many boards are open.</summary>
internal sealed class BoardLoad(ServerProcess server, OpenBoards boards)
{
    public const int PerSecond = 50;

    private const int WarmingPosts = 20 * PerSecond;
    private const int Touches = 20;
    private const int Posts = 30 * PerSecond;
    private const int PastDays = 28;
    private const int PastPostsOfHour = 20;

    private int run;
    private long written;

    /// <summary>Four weeks from seven in the morning to nine in the evening, so that every part of the board has something to show.</summary>
    public void WritePast()
    {
        var today = LocalTime.StartOf(LocalTime.DayOf(TimeProvider.System.GetUtcNow()));
        var past = Enumerable.Range(1, PastDays).SelectMany(ago => Enumerable.Range(7, 14).SelectMany(hour =>
            SignedPosts.Endless(++run, today.AddDays(-ago).AddHours(hour)).Take(PastPostsOfHour))).ToList();
        var result = Flood.Run(server.Port, IngestBenchmark.Connections, past, TimeSpan.FromMinutes(1));
        if (result.Accepted.Count != past.Count)
            throw new InvalidOperationException("The past could not be written.");
    }

    /// <summary>Until every board shows it; what was compiled hastily is compiled well.</summary>
    public async Task WarmAsync()
    {
        Write(WarmingPosts);
        await boards.ShowAsync(written);
    }

    /// <summary>One post after another, each when every board shows the one before: at the pace of however many boards.</summary>
    public async Task TouchAsync()
    {
        for (var i = 0; i < Touches; i++)
        {
            Write(1);
            await boards.ShowAsync(written);
        }
    }

    public async Task<BoardLoadResult> RunAsync()
    {
        await WarmAsync();
        await boards.TakeAsync();
        var before = written;
        var processor = server.ProcessorTime;
        var answered = Write(Posts);
        await boards.ShowAsync(written);
        return new BoardLoadResult(before, answered, await boards.TakeAsync(), server.ProcessorTime - processor);
    }

    private List<DateTimeOffset> Write(int count)
    {
        var posts = SignedPosts.Endless(++run, TimeProvider.System.GetUtcNow(), millisecondsApart: 1_000 / PerSecond).Take(count).ToList();
        written += count;
        return SteadyPosts.Run(server.Port, PerSecond, posts);
    }
}
