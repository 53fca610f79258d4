using Command.Data;
using Command.Reviews;
using Command.Rollups;

namespace Command.Tests.Reviews;

/// <summary>An invented district over the first quarter of 2024, whose papers do not agree.</summary>
public sealed class ContradictionsTests
{
    private static readonly DateOnly first = new(2024, 1, 1);
    private static readonly DateOnly last = new(2024, 3, 31);

    [Fact]
    public void Nothing_is_said_where_all_agree_or_only_one_speaks()
    {
        Assert.Null(Contradictions.Of(Said(Metric.Messages)));
        Assert.Null(Contradictions.Of(Said(Metric.Messages, declared: Total(500))));
        Assert.Null(Contradictions.Of(Said(Metric.Messages, declared: Total(500)) with { Collected = Collected(500) }));
        Assert.Null(Contradictions.Of(Said(Metric.Messages) with { Collected = Collected(500), Parts = [new PartFigure("Sen", Metric.Messages, 400, null)], Below = 2 }));
    }

    [Fact]
    public void Declared_and_collected_stand_side_by_side_and_are_never_added()
    {
        var found = Contradictions.Of(Said(Metric.Messages, declared: Total(500)) with { Collected = Collected(420, since: first.AddDays(9), silent: 1, pages: 3) })!;

        Assert.Equal([(ClaimKind.Declared, 500.0), (ClaimKind.Collected, 420.0)], found.Claims.Select(c => (c.Kind, c.Value)));
        var difference = Assert.Single(found.Differences);
        Assert.Equal((-80, false), (difference.Amount, difference.IsWithinPrecision));
        Assert.Equal([ExplanationKind.CollectedLater, ExplanationKind.PagesSilent], difference.Explanations.Select(e => e.Kind));
        Assert.Equal((1, 3), (difference.Explanations[1].Count, difference.Explanations[1].Of));
    }

    [Theory]
    [InlineData(4_300_000, Precision.About, 4_349_000, true)]
    [InlineData(4_300_000, Precision.About, 4_391_031, false)]
    [InlineData(5_400_000, Precision.AtLeast, 5_450_000, true)]
    [InlineData(5_400_000, Precision.AtLeast, 5_399_999, false)]
    [InlineData(3_400, Precision.AtMost, 3_310, true)]
    [InlineData(3_400, Precision.AtMost, 3_401, false)]
    [InlineData(1_230, Precision.Exact, 1_231, false)]
    public void Words_of_precision_leave_room_up_to_the_last_digit_that_is_told(double said, Precision precision, double counted, bool isWithin)
    {
        var found = Contradictions.Of(Said(Metric.Messages, declared: Total(said, precision)) with { Collected = Collected(counted) })!;

        Assert.Equal(isWithin, Assert.Single(found.Differences).IsWithinPrecision);
        Assert.Equal(isWithin, found.Differences[0].Explanations.Any(e => e.Kind == ExplanationKind.Precision));
    }

    [Fact]
    public void Two_documents_of_the_same_days_contradict_one_another()
    {
        var found = Contradictions.Of(Said(Metric.TipoffsValuable, declared: Total(307, document: "Báo cáo")) with { Own = [Own(307, "Báo cáo"), Own(1_230, "Báo")] })!;

        var difference = Assert.Single(found.Differences);
        Assert.Equal((307, 1_230, 923), (difference.Left.Value, difference.Right.Value, difference.Amount));
        Assert.Equal([ExplanationKind.OtherDocument], difference.Explanations.Select(e => e.Kind));
    }

    [Fact]
    public void A_month_that_is_more_than_its_quarter_is_told_with_both_spans()
    {
        var month = Own(900, "Báo cáo", first.AddMonths(1), new DateOnly(2024, 2, 29));

        var found = Contradictions.Of(Said(Metric.Messages, declared: Total(500, document: "Báo cáo")) with { Own = [Own(500, "Báo cáo"), month] })!;

        Assert.Equal([ExplanationKind.OtherDays], Assert.Single(found.Differences).Explanations.Select(e => e.Kind));
        Assert.Null(Contradictions.Of(Said(Metric.Messages, declared: Total(500)) with { Own = [Own(500, "Báo cáo"), Own(400, "Báo cáo", month.FromDay, month.ToDay)] }));
    }

    [Fact]
    public void A_rate_times_its_days_stands_beside_the_total()
    {
        var found = Contradictions.Of(Said(Metric.Messages, declared: Total(30_000, Precision.About)) with { Rate = Total(100, Precision.About) })!;

        Assert.Equal(9_100, found.Claims.Single(c => c.Kind == ClaimKind.Rate).Value);
        var why = Assert.Single(Assert.Single(found.Differences).Explanations);
        Assert.Equal((ExplanationKind.Rate, 100.0, 91, 330), (why.Kind, why.Value, why.Count, (int)Math.Round(why.Other!.Value)));
    }

    [Fact]
    public void A_part_that_exceeds_the_whole_is_named()
    {
        var found = Contradictions.Of(Said(Metric.Posts, declared: Total(100)) with { Parts = [Part("Sen", 130), Part("Mai", 20)], Below = 5 })!;

        var difference = Assert.Single(found.Differences);
        Assert.Equal((ClaimKind.Parts, 150.0, 50.0), (difference.Right.Kind, difference.Right.Value, difference.Amount));
        Assert.Equal([ExplanationKind.OnePartExceeds, ExplanationKind.PartsMissing], difference.Explanations.Select(e => e.Kind));
        Assert.Equal(("Sen", 130.0), (difference.Explanations[0].Name, difference.Explanations[0].Value));
        Assert.Equal((2, 5), (difference.Explanations[1].Count, difference.Explanations[1].Of));
    }

    [Fact]
    public void Followers_of_two_parts_are_counted_twice_and_other_days_are_told()
    {
        var found = Contradictions.Of(Said(Metric.Followers, declared: Level(1_000, last)) with
        {
            Parts = [new PartFigure("Sen", Metric.Followers, 700, Level(700, last.AddDays(-30))), new PartFigure("Mai", Metric.Followers, 600, Level(600, last.AddDays(-30)))],
            Below = 2,
        })!;

        Assert.Equal([ExplanationKind.OnePartNearlyAll, ExplanationKind.OtherDays, ExplanationKind.CountedTwice], Assert.Single(found.Differences).Explanations.Select(e => e.Kind));
    }

    [Fact]
    public void What_nobody_can_compute_is_called_unexplained()
    {
        var found = Contradictions.Of(Said(Metric.Posts, declared: Total(100)) with { Parts = [Part("Sen", 40), Part("Mai", 30), Part("Tre", 20)], Below = 3 })!;

        Assert.Equal([ExplanationKind.Unexplained], Assert.Single(found.Differences).Explanations.Select(e => e.Kind));
    }

    private static MetricSources Said(Metric metric, DeclaredTotal? declared = null) => new(metric, declared, [], null, [], 0, null);

    private static DeclaredTotal Total(double value, Precision precision = Precision.Exact, string document = "Báo cáo") =>
        Declared.OfUnit(Metric.Messages, [Own(value, document, precision: precision)])!;

    private static DeclaredTotal Level(double value, DateOnly day) =>
        Declared.OfUnit(Metric.Followers, [new Reading { At = LocalTime.StartOf(day), Value = value, Source = ReadingSource.Declared }])!;

    private static PartFigure Part(string name, double value) => new(name, Metric.Posts, value, Total(value));

    private static CollectedFigure Collected(double value, DateOnly? since = null, int silent = 0, int pages = 0) => new(value, first, last, since, silent, pages);

    private static Reading Own(double value, string document, DateOnly? from = null, DateOnly? to = null, Precision precision = Precision.Exact) =>
        new() { Precision = precision, FromDay = from ?? first, ToDay = to ?? last, Value = value, Document = document, Source = ReadingSource.Declared };
}
