using Command.Reviews;
using Command.Rollups;

namespace Command.Tests.Reviews;

public sealed class DataGapsTests
{
    private static readonly GapFindings whole = new(
        new DateOnly(2024, 1, 1),
        new DateOnly(2024, 6, 30),
        [("Sen", true)],
        [("Sen", true)],
        true,
        [],
        [.. Enumerable.Range(0, 182).Select(n => new DateOnly(2024, 1, 1).AddDays(n))],
        new HashSet<DateOnly>(),
        [],
        [.. Metric.All]);

    [Fact]
    public void Nothing_is_missing_where_everything_was_read() => Assert.Empty(DataGaps.Of(whole));

    [Fact]
    public void Pages_are_named_and_many_are_counted()
    {
        var gap = Assert.Single(DataGaps.Of(whole with { Listening = [.. Enumerable.Range(1, 20).Select(n => ($"Trang {n}", n == 1))] }));

        Assert.Equal((DataGapKind.PagesWithoutEvents, 19, 20, 12), (gap.Kind, gap.Count, gap.Of, gap.Names.Count));
        Assert.Equal("Trang 2", gap.Names[0]);
    }

    [Fact]
    public void Months_in_a_row_are_one_stretch_and_silent_days_between_events_are_told()
    {
        var gaps = DataGaps.Of(whole with { EventDays = [new(2024, 1, 30), new(2024, 1, 31), new(2024, 2, 4), new(2024, 2, 5)], OtherMonths = new HashSet<DateOnly> { new(2024, 6, 1) } });

        Assert.Equal([DataGapKind.MonthsWithoutData, DataGapKind.DaysWithoutEvents], gaps.Select(g => g.Kind));
        Assert.Equal((3, 6), (gaps[0].Count, gaps[0].Of));
        Assert.Equal([new GapDays(new(2024, 3, 1), new(2024, 5, 31))], gaps[0].Days);
        Assert.Equal([new GapDays(new(2024, 2, 1), new(2024, 2, 3))], gaps[1].Days);
        Assert.Equal(3, gaps[1].Count);
    }

    [Fact]
    public void Two_days_without_an_event_are_ordinary() =>
        Assert.DoesNotContain(DataGaps.Of(whole with { EventDays = [new(2024, 1, 1), new(2024, 1, 4)] }), g => g.Kind == DataGapKind.DaysWithoutEvents);

    [Fact]
    public void What_is_known_only_as_a_published_total_and_what_nobody_knows_are_told_apart()
    {
        var gaps = DataGaps.Of(whole with { Declared = [Metric.Views, Metric.FollowerGrowth], Collected = [.. Metric.All.Except([Metric.Views, Metric.Videos])] });

        Assert.Equal(["views"], gaps.Single(g => g.Kind == DataGapKind.DeclaredOnly).Metrics);
        Assert.Equal(["videos"], gaps.Single(g => g.Kind == DataGapKind.MetricsUnknown).Metrics);
    }

    [Fact]
    public void Unknown_residents_are_told_for_the_unit_and_for_those_below()
    {
        var gaps = DataGaps.Of(whole with { ResidentsKnown = false, ResidentsBelow = [("Phường Sen", true), ("Phường Mai", false)] });

        Assert.Equal([DataGapKind.ResidentsUnknown, DataGapKind.ResidentsBelowUnknown], gaps.Select(g => g.Kind));
        Assert.Equal(["Phường Mai"], gaps[1].Names);
    }
}
