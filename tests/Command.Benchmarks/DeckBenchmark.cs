using System.Diagnostics;
using Command.Boards.Reviews;
using Command.Data;
using Command.Periods;
using Command.Ranking;
using Command.Ranking.Leaderboards;
using Command.Reviews;
using Command.Reviews.Slides;
using Command.Tipoffs;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Benchmarks;

/// <summary>A review's deck, from its figures through its slides to the bytes: the first of a process, and the next ones.</summary>
internal static class DeckBenchmark
{
    private const int Months = 12;
    private const int Again = 10;
    private const double Mebibyte = 1024 * 1024;

    private static readonly (int Units, double NeededMilliseconds)[] sizes = [(18, 1_000), (200, 5_000)];

    private static readonly ReviewSpan year = new("2025", new(2025, 1, 1), new(2025, 12, 31), PeriodLength.Year, "", "Lịch", "Calendar");

    public static async Task RunAsync(Report report)
    {
        using var folder = new RunFolder();
        // Its words and slides; nothing listens.
        await using var app = Program.Build(Product.Settings(folder.Path));
        var made = app.Services.GetRequiredService<ReviewDeck>();
        foreach (var (units, needed) in sizes)
        {
            var figures = Describe(units);
            var first = Write(made, figures);
            var next = Enumerable.Range(0, Again).Select(_ => Write(made, figures)).ToList();
            // The longest of all, the compiler's work included.
            var longest = next.Append(first).Max(w => w.Milliseconds);
            report.Add($"a deck of {units} units × {Months} months ({first.Slides} slides, {Report.Number(first.Bytes / 1024.0)} KiB)", $"≤ {Report.Number(needed)} ms",
                $"{Report.Number(longest)} ms (first {Report.Number(first.Milliseconds)}, median {Report.Number(Report.Median(next.Select(w => w.Milliseconds)))} ms)", longest <= needed);
            report.Add($"memory that a deck of {units} units takes on the way, median", "", $"{Report.Number(Report.Median(next.Select(w => w.Allocated / Mebibyte)), 1)} MiB allocated", null);
            report.Add($"managed heap beside a deck of {units} units at its height", "", $"{Report.Number(Peak(made, figures) / Mebibyte, 1)} MiB more than before", null);
        }
    }

    private static (double Milliseconds, long Bytes, int Slides, long Allocated) Write(ReviewDeck made, ReviewFigures figures, IProgress<DeckProgress>? progress = null)
    {
        using var file = new MemoryStream();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.GetTimestamp();
        var deck = made.Deck(figures, Words(), "Tổng kết năm 2025", DeckLanguage.Vietnamese);
        var slides = new Told(progress);
        DeckWriter.Write(deck, file, slides);
        return (Stopwatch.GetElapsedTime(clock).TotalMilliseconds, file.Length, slides.Of, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>What is alive after each slide, garbage left out; measured apart, since it takes longer than the deck.</summary>
    private static long Peak(ReviewDeck made, ReviewFigures figures)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = new Heap();
        Write(made, figures, most);
        return most.Peak - before;
    }

    private static ReviewWords Words() => ReviewWords.None
        .With(ReviewSection.Summary, "Bà con tin tưởng hơn.\nTrả lời nhanh hơn năm trước.")
        .With(ReviewSection.Ratio, "Đơn vị ngoài giới hạn cần xem lại cách tiếp nhận.") with
    { Commendations = [new("Công an phường Tân Bình An số 1", "trả lời nhanh nhất")], Targets = [new("answered_in_time", 0.98), new("coverage", 0.4)] };

    /// <summary>Something for every slide.</summary>
    private static ReviewFigures Describe(int units)
    {
        var dice = new Random(3);
        var each = Enumerable.Range(1, units).Select(i =>
        {
            var received = dice.Next(20, 300);
            var due = dice.Next(100, 4_000);
            return new ReviewUnit($"u{i}", $"Công an phường Tân Bình An số {i}", $"cụm {i % 3}", false, false, new TipoffRatio(received, received * dice.Next(10, 40) / 100, 0, 0, 0, false))
            {
                FellDue = due,
                InTime = due * dice.Next(70, 100) / 100,
                MedianSeconds = 60 * dice.Next(5, 200),
                Durations = due,
                Followers = dice.Next(1_000, 20_000),
                Residents = 30_000,
                Messages = 2 * due,
                Posts = dice.Next(5, 60),
            };
        }).ToList();
        var (placed, funnel) = UnitFunnel.Place(each, LeaderboardRules.Default.FewestCases);
        var (received, valuable, due, inTime, followers) = (each.Sum(u => u.Tipoffs.Received), each.Sum(u => u.Tipoffs.Valuable), each.Sum(u => u.FellDue), each.Sum(u => u.InTime), each.Sum(u => u.Followers)!.Value);
        var categories = Enum.GetValues<TipoffCategory>();
        return new ReviewFigures(ReviewFigures.CurrentLayout, "north", "Công an quận An Hòa", year, year with { Key = "2024", From = new(2024, 1, 1), To = new(2024, 12, 31) }, year with { Key = "2026", From = new(2026, 1, 1), To = new(2026, 12, 31) }, new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero))
        {
            Totals =
            [
                Total("messages", new(2 * due, ReviewBasis.Collected)),
                Total("tipoffs_received", new(received, ReviewBasis.Collected)),
                Total("valuable_ratio", new((double)valuable / received, ReviewBasis.Collected, valuable, received) { Interval = ReviewRange.Of(Wilson.Interval95(valuable, received)) }),
                Total("first_reply", new(1_500, ReviewBasis.Collected, Of: due)),
                Total("answered_in_time", new((double)inTime / due, ReviewBasis.Collected, inTime, due)),
                Total("followers", new(followers, ReviewBasis.Collected)),
                Total("coverage", new(followers / (30_000.0 * units), ReviewBasis.Collected, followers, 30_000.0 * units)),
                .. ReviewMetric.Content.Select(m => Total(m.Name, new(dice.Next(100, 1_000_000), ReviewBasis.Collected))),
            ],
            Residents = 30_000L * units,
            Tipoffs = new TipoffRatio(received, valuable, 0, 0, 0, false),
            Units = placed,
            Funnel = funnel,
            Course = new ReviewCourse(
                [.. Enumerable.Range(1, Months).Select(m => new ReviewMonth(new(2025, m, 1), new(2025, m, 28), false) { Messages = dice.Next(9_000), Received = received / Months, Valuable = valuable / Months, FellDue = due / Months, InTime = inTime / Months, MedianSeconds = 60 * dice.Next(10, 90), Posts = dice.Next(200), Interactions = dice.Next(9_000) })],
                []),
            Categories = [.. categories.Select(c => new ReviewCategory(c, new TipoffRatio(received / categories.Length, valuable / categories.Length, 0, 0, 0, false)))],
            Outcomes = [.. Enum.GetValues<Outcome>().Select((o, i) => new ReviewOutcome(o, 90 - 8 * i))],
            Boards = [.. each.GroupBy(u => u.PeerGroup!).Select(g => new ReviewBoard(g.Key, "valuable_ratio", year.From, year.To, LeaderboardStatus.Provisional, 1, 0,
                [.. g.Select((u, i) => new ReviewRank(u.Key, u.Name, u.Tipoffs.Valuable, u.Tipoffs.Received, u.Tipoffs.Ratio, u.Tipoffs.Ratio!.Value, i + 1, Math.Max(1, i - 3), i + 5, 1 + i / 6, i % 7 == 0))], []))],
            Platforms = [.. Enum.GetValues<Platform>().Select(p => new ReviewPlatform(p, units, 2 * due, 900, 9_000, followers, units, new TipoffRatio(received, valuable, 0, 0, 0, false)))],
            Attention = [.. each.Where(u => u.InTime < 0.8 * u.FellDue).Select(u => new ReviewAttention(u.Key, u.Name, AttentionKind.LateReplies, u.FellDue - u.InTime, u.FellDue))],
            ListeningPages = units,
        };

        static ReviewTotal Total(string metric, ReviewValue now) => new(metric, now, now with { Number = now.Number * 0.9 }, ChangeMark.Within, null, null);
    }

    private sealed class Told(IProgress<DeckProgress>? next) : IProgress<DeckProgress>
    {
        public int Of { get; private set; }

        public void Report(DeckProgress value)
        {
            Of = value.Of;
            next?.Report(value);
        }
    }

    private sealed class Heap : IProgress<DeckProgress>
    {
        public long Peak { get; private set; }

        public void Report(DeckProgress value) => Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
    }
}
