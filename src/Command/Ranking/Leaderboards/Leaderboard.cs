namespace Command.Ranking.Leaderboards;

/// <summary>
/// The fair ranks of a peer group. A pure function of the figures of its units, the weights and what was last sealed:
/// the same figures give the same ranks, on any day and node.
/// </summary>
/// <param name="Rows">In order of rank.</param>
/// <param name="Apart">Units that are not ranked, with the reason.</param>
/// <param name="Prior">Null for a composite score, and where nothing is known of the group.</param>
public sealed record Leaderboard(LeaderboardMetric Metric, IReadOnlyList<LeaderboardRow> Rows, IReadOnlyList<NotRanked> Apart, Prior? Prior)
{
    /// <param name="lastSealed">Prior of the last sealed period, for a group too small to have its own.</param>
    public static Leaderboard Of(LeaderboardMetric metric, IReadOnlyList<UnitFigure> figures, LeaderboardRules rules, Prior? lastSealed) =>
        Of(Standing.Of(metric, figures, rules, lastSealed), rules);

    /// <param name="indicators">What was counted for each weighted indicator, of the same units in the same order.</param>
    /// <param name="withFirmness">False: only its ranks are wanted.</param>
    public static Leaderboard OfComposite(IReadOnlyList<(IReadOnlyList<UnitFigure> Figures, Prior? LastSealed)> indicators, WeightSet weights, LeaderboardRules rules, bool withFirmness = true)
    {
        var standings = indicators.Zip(weights.Items, (i, weight) => Standing.Of(weight.Metric, i.Figures, rules, i.LastSealed)).ToList();
        var weighed = standings.Zip(weights.Items).Where(i => i.Second.Value > 0).ToList();
        var scores = Composite.Of([.. weighed.Select(i => new Indicator(i.Second.Value, i.Second.Scale, [.. i.First.Units.Select(u => u.Posterior)]))], withFirmness);
        var rows = new List<LeaderboardRow>();
        var apart = new List<NotRanked>();
        for (var unit = 0; unit < scores.Count; unit++)
        {
            var key = standings[0].Units[unit].Figure.Unit;
            var known = standings.Count(s => s.Units[unit].Posterior is not null);
            if (scores[unit].Place is { } place)
                rows.Add(new LeaderboardRow(key, known, known, null, null, place.Score, null, place)
                {
                    Firmness = withFirmness ? scores[unit].Firmness : null,
                    Steps = Steps(weights, weighed, scores[unit]),
                    IsRestated = standings.Exists(s => s.Units[unit].Figure.IsRestated),
                    Since = standings.Max(s => s.Units[unit].Figure.Since),
                });
            else
                apart.Add(new NotRanked(key, NotRankedReason.WeightsUnknown, known, null, KnownWeight: scores[unit].KnownWeight));
        }

        return new Leaderboard(LeaderboardMetric.Composite, Ordered(rows), apart, null);
    }

    /// <summary>With the change against the ranks of the period before: an arrow only where the ranges do not meet.</summary>
    public Leaderboard ComparedWith(Leaderboard before)
    {
        var then = before.Rows.ToDictionary(r => r.Unit, r => r.Place);
        return this with
        {
            Rows = [.. Rows.Select(r => r with { Change = then.TryGetValue(r.Unit, out var place) ? Change(r.Place, place) : RankChange.Unknown })],
        };
    }

    /// <summary>Nothing was counted of anybody.</summary>
    public bool IsEmpty => Rows.Count == 0 && Apart.All(a => a.Count == 0 && (Metric.Form != LeaderboardForm.Share || a.Of is null or 0));

    /// <summary>The funnel of all units that count towards the group; null where it says nothing.</summary>
    public Funnel? Funnel() => FunnelOf(Metric.Form, Rows.Select(r => (r.Count, r.Of)));

    private static Leaderboard Of(Standing standing, LeaderboardRules rules)
    {
        var form = standing.Metric.Form;
        var ranked = standing.Units.Where(u => u.Posterior is not null).ToList();
        var places = Ranks.Of([.. ranked.Select(u => u.Posterior!)]);
        var funnel = FunnelOf(form, ranked.Select(u => (u.Figure.Count, u.Figure.Of)));
        var rows = ranked.Select((unit, i) =>
        {
            var (count, of) = (unit.Figure.Count, unit.Figure.Of!.Value);
            var cases = Standing.CasesOf(form, unit.Figure);
            return new LeaderboardRow(unit.Figure.Unit, cases, count, of, count / of, places[i].Score, unit.Figure.IsRestated ? null : IntervalOf(form, count, of), places[i])
            {
                IsHatched = cases < rules.FewCases,
                IsRestated = unit.Figure.IsRestated,
                Since = unit.Figure.Since,
                Zone = form == LeaderboardForm.Share ? funnel?.Zone(new Share(count, of)) : funnel?.ZoneOfRate(new Rate(count, of)),
            };
        });
        return new Leaderboard(
            standing.Metric,
            Ordered([.. rows]),
            [.. standing.Units.Where(u => u.Posterior is null).Select(u => new NotRanked(u.Figure.Unit, u.Reason!.Value, u.Figure.Count, u.Figure.Of, u.Reason == NotRankedReason.Provisional ? u.Figure.Bounds : null))],
            standing.Prior);
    }

    private static LeaderboardRow[] Ordered(List<LeaderboardRow> rows) => [.. Ranks.Order([.. rows.Select(r => r.Place)]).Select(i => rows[i])];

    private static RankChange Change(Place now, Place before) => !now.DiffersFrom(before) ? RankChange.Same : now.High < before.Low ? RankChange.Up : RankChange.Down;

    private static Interval IntervalOf(LeaderboardForm form, double count, double of)
    {
        if (form == LeaderboardForm.Share)
            return Wilson.Interval95(count, of);
        var (low, high) = PoissonInterval.Of95((long)count);
        return (low / of, high / of);
    }

    private static Funnel? FunnelOf(LeaderboardForm form, IEnumerable<(double Count, double? Of)> units) => form switch
    {
        LeaderboardForm.Share => Ranking.Funnel.Of([.. units.Select(u => new Share(u.Count, u.Of ?? 0))]),
        LeaderboardForm.Rate => Ranking.Funnel.OfRates([.. units.Select(u => new Rate(u.Count, u.Of ?? 0))]),
        _ => null,
    };

    /// <summary>In the order of the weights; an indicator that weighs nothing has no step.</summary>
    private static IReadOnlyList<double?> Steps(WeightSet weights, List<(Standing First, IndicatorWeight Second)> weighed, CompositeScore score) =>
        [.. weights.Items.Select(w => weighed.FindIndex(i => i.Second == w) is >= 0 and var at ? score.Steps[at] : null)];
}
