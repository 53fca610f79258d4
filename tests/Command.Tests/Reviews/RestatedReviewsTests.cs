using System.Globalization;
using Command.Boards.Reviews;
using Command.Data;
using Command.People;
using Command.Periods;
using Command.Reviews;
using Command.Reviews.Slides;
using Command.Tests.Boards.Compare;
using Command.Units;

namespace Command.Tests.Reviews;

/// <summary>Reviews of units that have merged since the period that they are compared with.</summary>
public sealed class RestatedReviewsTests : IAsyncLifetime
{
    private const string Before = "2026-01-18..2026-01-31";
    private const string After = "2026-02-01..2026-02-14";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Reform.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_period_before_a_merger_is_restated_by_the_shares_and_the_slides_say_so()
    {
        await KnowSharesAsync();

        var figures = await ReadAsync("sen-hong");

        Assert.Equal(RestatementKind.Restated, figures.Restatement!.Kind);
        Assert.Equal(["Công an phường Mai", "Công an phường Sen", "Công an phường Đào"], figures.Restatement.Predecessors);
        var messages = figures.Total(ReviewMetric.Messages)!;
        // 14 days of 10 of Sen, a quarter of 40 of Mai, half of 7 of Đào; after it Sen's page alone.
        Assert.Equal((140, 140 + 140 + 49), (messages.Now!.Number, messages.Before!.Number));
        Assert.Equal((14 * 1 + 14 * 4 * 0.25 + 7, 14 * 3 + 14 * 6 * 0.25 + 21), (figures.Total(ReviewMetric.TipoffsValuable)!.Before!.Number, figures.Total(ReviewMetric.TipoffsReceived)!.Before!.Number));
        Assert.Equal(Command.Ranking.ChangeMark.Unknown, messages.Mark);
        var slides = Slides(figures);
        Assert.Contains(slides.SelectMany(s => s.Blocks).OfType<Table>(), t => t.Columns.Any(c => c.Heading == "Kỳ so sánh (tính lại)"));
        Assert.Contains(slides, s => s.Footnote?.Contains("Kỳ so sánh đã tính lại theo tổ chức hiện nay, gồm phần chuyển về từ Công an phường Mai, Công an phường Sen, Công an phường Đào.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task What_fell_due_and_was_answered_in_time_is_restated_by_the_shares_too()
    {
        await KnowSharesAsync();
        await using (var db = await app.OpenAsync())
        {
            var page = (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).FindPage("mai-zalo")!.Id;
            foreach (var (metric, count) in new[] { (Command.Rollups.Metric.FellDue, 100), (Command.Rollups.Metric.AnsweredInTime, 40) })
                db.Add(new RollupDay { PageId = page, Day = new(2026, 1, 20), Metric = metric.Id, Count = count, Sum = count });
            await db.SaveChangesAsync();
        }

        var inTime = (await ReadAsync("sen-hong")).Total(ReviewMetric.AnsweredInTime)!.Before!;

        // A quarter of Mai passed on.
        Assert.Equal((10.0, 25.0), (inTime.Count, inTime.Of));
    }

    [Fact]
    public async Task What_passed_on_wholly_is_still_counted_and_keeps_its_mark()
    {
        await using var db = await app.OpenAsync();
        db.RemoveRange(db.Successions.Where(s => s.Share == null || s.Share < 1));
        await db.SaveChangesAsync();
        app.Get<UnitRegistry>().Changed();

        var messages = (await ReadAsync("sen-hong")).Total(ReviewMetric.Messages)!;

        Assert.Equal((140.0, 140.0, Command.Ranking.ChangeMark.Within), (messages.Now!.Number, messages.Before!.Number, messages.Mark));
    }

    [Fact]
    public async Task Where_a_share_is_unknown_nothing_is_compared_and_the_slides_say_why()
    {
        var figures = await ReadAsync("sen-hong");

        Assert.Equal(RestatementKind.SharesUnknown, figures.Restatement!.Kind);
        Assert.All(figures.Totals, t => Assert.True(t.IsIncomparable));
        var totals = Slides(figures).SelectMany(s => s.Blocks).OfType<Table>().First();
        Assert.All(totals.Rows, r => Assert.Contains(r.Cells, c => c.Text == "không so sánh được"));
        Assert.Contains(Slides(figures), s => s.Blocks.OfType<Prose>().Any(p => p.Lines.Any(l => l.Text.StartsWith("Không so sánh được với kỳ trước vì chưa rõ tỷ lệ chuyển về từ", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_period_in_which_units_merged_is_compared_with_nothing()
    {
        await KnowSharesAsync();

        var figures = await ReadAsync("sen-hong", "2026-01-25..2026-02-14", "2026-01-18..2026-01-24");

        Assert.Equal(RestatementKind.ChangedWithin, figures.Restatement!.Kind);
        Assert.All(figures.Totals, t => Assert.True(t.IsIncomparable));
    }

    [Fact]
    public async Task A_merger_inside_the_unit_reviewed_changes_nothing()
    {
        var figures = await ReadAsync("city");

        Assert.Null(figures.Restatement);
        var messages = figures.Total(ReviewMetric.Messages)!;
        Assert.Equal((14 * (10 + 40 + 20 + 5.0), 14 * (10 + 40 + 7 + 20 + 5.0)), (messages.Now!.Number, messages.Before!.Number));
    }

    [Fact]
    public async Task A_chief_makes_the_review_of_a_ward_that_did_not_stand_yet_in_the_period_before()
    {
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        var chief = new Asker(Role.Commander, tree.Find("city")!.Id, 50, "an");

        var made = await app.Get<ReviewDesk>().MakeAsync(chief, "sen-hong", After, Before, "Sơ kết", CancellationToken.None);

        Assert.Null(made.Refusal);
    }

    private async Task KnowSharesAsync()
    {
        await using var db = await app.OpenAsync();
        foreach (var succession in db.Successions.Where(s => s.Share == null))
            succession.Share = 0.5;
        await db.SaveChangesAsync();
        app.Get<UnitRegistry>().Changed();
    }

    private async Task<ReviewFigures> ReadAsync(string unit, string period = After, string before = Before)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        var calendar = await app.Get<PeriodBook>().CalendarAsync(CancellationToken.None);
        return await app.Get<ReviewFiguresQuery>().ReadAsync(unit, calendar.Find(period)!, calendar.Find(before), new Dictionary<string, double>(), CancellationToken.None);
    }

    private IReadOnlyList<Slide> Slides(ReviewFigures figures) => [.. app.Get<ReviewDeck>().Slides(figures, ReviewWords.None, "Sơ kết").Select(s => s.Slide)];
}
