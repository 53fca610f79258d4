using Command.Ranking;
using Command.Ranking.Leaderboards;

namespace Command.Tests.Ranking.Leaderboards;

public sealed class LeaderboardTests
{
    private static readonly LeaderboardRules rules = LeaderboardRules.Default;

    /// <summary>
    /// By hand: mean 25/50; Σ n(p−μ)² = 2, over μ(1−μ) 8, less 4 degrees: 4; over 50 − 10 − 4 = 36: ρ = 1/9; so the
    /// group weighs as much as 1/ρ − 1 = 8 cases.
    /// </summary>
    private static readonly UnitFigure[] five = [Of("a", 2, 10), Of("b", 4, 10), Of("c", 5, 10), Of("d", 6, 10), Of("e", 8, 10)];

    private static readonly UnitFigure[] far =
        [Of("a", 900, 1000), Of("b", 890, 1000), Of("c", 500, 1000), Of("d", 490, 1000), Of("e", 100, 1000)];

    [Fact]
    public void Scores_are_drawn_towards_the_groups_mean()
    {
        var board = Share(five);

        Assert.Equal((0.5, 8.0), (board.Prior!.Mean, Math.Round(board.Prior.Weight, 9)));
        Assert.Equal(["e", "d", "c", "b", "a"], board.Rows.Select(r => r.Unit));
        Assert.Equal([12 / 18.0, 10 / 18.0, 9 / 18.0, 8 / 18.0, 6 / 18.0], board.Rows.Select(r => r.Score), new Near());
        Assert.Equal((0.8, 10.0), (board.Rows[0].Value!.Value, board.Rows[0].N));
        Assert.Equal((0.4902, 0.9433), (Math.Round(board.Rows[0].Interval!.Value.Low, 4), Math.Round(board.Rows[0].Interval!.Value.High, 4)));
        Assert.All(board.Rows, r => Assert.True(r.IsHatched));
        Assert.Empty(board.Apart);
    }

    [Fact]
    public void Units_that_cannot_be_told_apart_share_a_band_and_those_that_can_do_not()
    {
        Assert.All(Share([.. five.Take(4).Prepend(Of("f", 5, 10))]).Rows, r => Assert.Equal(1, r.Place.Band));

        var board = Share(far);
        Assert.Equal([1, 1, 2, 2, 3], board.Rows.Select(r => r.Place.Band));
        Assert.Equal((5, 5), (board.Rows[^1].Place.Low, board.Rows[^1].Place.High));
        Assert.All(board.Rows, r => Assert.False(r.IsHatched));
    }

    [Fact]
    public void The_same_figures_give_the_same_ranks()
    {
        var (once, again) = (Share(five), Share(five));

        Assert.Equal(once.Rows.Select(r => (r.Unit, r.Place)), again.Rows.Select(r => (r.Unit, r.Place)));
    }

    [Fact]
    public void Who_stands_apart_does_so_with_the_reason()
    {
        var board = Share(
        [
            .. five,
            Of("few", 3, 4),
            Of("open", 3, 12) with { Apart = NotRankedReason.Provisional, Bounds = new(0.25, 0.75) },
            Of("fewer", 1, 3) with { Apart = NotRankedReason.Provisional, Bounds = new(0.3, 0.6) },
            Of("own", 9, 9) with { Apart = NotRankedReason.Internal },
            Of("none", 0, 0),
        ]);

        Assert.Equal(
            [("few", NotRankedReason.TooFew), ("open", NotRankedReason.Provisional), ("fewer", NotRankedReason.TooFew), ("own", NotRankedReason.Internal), ("none", NotRankedReason.TooFew)],
            board.Apart.Select(a => (a.Unit, a.Reason)));
        Assert.Equal(new Interval(0.25, 0.75), board.Apart[1].Bounds);
        Assert.Null(board.Apart[2].Bounds);
        Assert.Equal(5, board.Rows.Count);
    }

    /// <summary>What is provisional or confirmed within the house says nothing of the group.</summary>
    [Fact]
    public void What_is_not_comparable_does_not_move_the_others()
    {
        var with = Share([.. five, Of("open", 40, 40) with { Apart = NotRankedReason.Provisional }, Of("own", 0, 90) with { Apart = NotRankedReason.Internal }]);

        Assert.Equal(Share(five).Prior, with.Prior);
    }

    [Fact]
    public void A_small_group_takes_its_last_sealed_prior_and_without_one_there_is_no_rank()
    {
        var board = Share(five[..4]);
        Assert.Empty(board.Rows);
        Assert.All(board.Apart, a => Assert.Equal(NotRankedReason.GroupTooSmall, a.Reason));

        var few = Share([.. five.Select(f => f with { Count = f.Count / 2, Of = 5 })], new Prior(0.4, 15, "2025-12"));
        Assert.Equal("2025-12", few.Prior!.SealedPeriod);
        Assert.Equal((4 + 0.4 * 15) / 20, few.Rows[0].Score, 9);
    }

    [Fact]
    public void A_rate_is_cases_over_residents_with_an_exact_interval()
    {
        double[] cases = [8, 20, 30, 40, 60];
        UnitFigure[] figures = [.. cases.Select((n, i) => Of($"{i}", n, 2)), Of("new", 9, null) with { Apart = NotRankedReason.ResidentsUnknown }];

        var board = Leaderboard.Of(LeaderboardMetric.TipoffsPer10000, figures, rules, null);

        Assert.Equal(["4", "3", "2", "1", "0"], board.Rows.Select(r => r.Unit));
        var last = board.Rows[^1];
        Assert.Equal((4.0, 8.0), (last.Value, last.N));
        Assert.InRange(last.Score, 4.0, board.Prior!.Mean);
        // Garwood's exact interval of 8: 3.454 … 15.763.
        Assert.Equal((1.727, 7.882), (Math.Round(last.Interval!.Value.Low, 3), Math.Round(last.Interval.Value.High, 3)));
        Assert.Equal(NotRankedReason.ResidentsUnknown, Assert.Single(board.Apart).Reason);
    }

    [Fact]
    public void Beyond_the_funnel_a_row_carries_its_zone()
    {
        UnitFigure[] even = [.. Enumerable.Range(0, 20).Select(i => Of($"{i}", i % 2 == 0 ? 48 : 52, 100)), Of("high", 66, 100), Of("low", 34, 100)];

        var zones = Share(even).Rows.ToDictionary(r => r.Unit, r => r.Zone);

        Assert.Equal(FunnelZone.FarHigh, zones["high"]);
        Assert.Equal(FunnelZone.FarLow, zones["low"]);
        Assert.Equal(FunnelZone.Within, zones["0"]);
    }

    [Fact]
    public void A_changed_rank_has_an_arrow_only_when_the_ranges_do_not_meet()
    {
        var before = Share(far);
        var now = Share([Of("a", 100, 1000), Of("b", 890, 1000), Of("c", 500, 1000), Of("d", 490, 1000), Of("e", 900, 1000), Of("new", 300, 1000)]).ComparedWith(before);

        Assert.Equal(
            [("a", RankChange.Down), ("b", RankChange.Same), ("c", RankChange.Same), ("d", RankChange.Same), ("e", RankChange.Up), ("new", RankChange.Unknown)],
            now.Rows.OrderBy(r => r.Unit).Select(r => (r.Unit, r.Change)));
    }

    [Fact]
    public void A_composite_score_weighs_steps_and_needs_half_of_the_weights()
    {
        var weights = new WeightSet(1, [new(LeaderboardMetric.ValuableRatio, 0.4, 0.1), new(LeaderboardMetric.AnsweredInTime, 0.6, 0.2)]);
        UnitFigure[] ratios = [.. five.Select(f => f with { Of = 100, Count = 10 * f.Count }), Of("x", 40, 100), Of("y", 0, 2)];
        UnitFigure[] replies = [.. five.Reverse().Select((f, i) => f with { Unit = five[i].Unit, Of = 100, Count = 10 * f.Count }), Of("x", 0, 0), Of("y", 50, 100)];

        var board = Leaderboard.OfComposite([(ratios, null), (replies, null)], weights, rules);

        var apart = Assert.Single(board.Apart);
        Assert.Equal(("x", NotRankedReason.WeightsUnknown), (apart.Unit, apart.Reason));
        Assert.Equal(0.4, apart.KnownWeight!.Value, 9);
        var y = board.Rows.Single(r => r.Unit == "y");
        Assert.Null(y.Steps[0]);
        Assert.Equal(0.6 * y.Steps[1]!.Value, y.Score, 9);
        var first = board.Rows.Single(r => r.Unit == "e");
        Assert.Equal(0.4 * first.Steps[0]!.Value + 0.6 * first.Steps[1]!.Value, first.Score, 9);
        Assert.All(board.Rows, r => Assert.InRange(r.Firmness!.Value, 0, 1));
    }

    [Fact]
    public void What_is_sealed_is_read_as_it_was_written()
    {
        var board = Share([.. five, Of("few", 3, 4)]);
        var read = SealedContent.Read(new SealedContent(board.Rows, board.Apart, board.Prior, [new("a", OpenKind.Tipoffs, 3)]).Write());

        Assert.Equal(board.Rows.Select(r => (r.Unit, r.Count, r.Of, r.Score, r.Interval, r.Place, r.Zone)), read.Rows.Select(r => (r.Unit, r.Count, r.Of, r.Score, r.Interval, r.Place, r.Zone)));
        Assert.Equal(board.Apart, read.Apart);
        Assert.Equal(board.Prior, read.Prior);
        Assert.All(board.Rows.Zip(read.Rows), r => Assert.False(r.First.Differs(r.Second)));
    }

    private static UnitFigure Of(string unit, double count, double? of) => new(unit, count, of);

    private static Leaderboard Share(IReadOnlyList<UnitFigure> figures, Prior? lastSealed = null) => Leaderboard.Of(LeaderboardMetric.ValuableRatio, figures, rules, lastSealed);

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-9;

        public int GetHashCode(double value) => 0;
    }
}
