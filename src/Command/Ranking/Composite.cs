namespace Command.Ranking;

/// <summary>One indicator of a composite score.</summary>
/// <param name="Weight">Above 0; weights need not sum to 1.</param>
/// <param name="Scale">
/// What counts as one step of difference, published with the weights: the spread between units of the last sealed year,
/// never of the current figures, which would blow noise up again.
/// </param>
/// <param name="Units">Of each unit, what is known of its value; null: nothing.</param>
/// <param name="IsLowBetter">A reply time, a share of mistakes.</param>
public sealed record Indicator(double Weight, double Scale, IReadOnlyList<Posterior?> Units, bool IsLowBetter = false)
{
    /// <summary>Of the units that are known.</summary>
    public double GroupMean { get; } = Units.OfType<Posterior>().Select(u => u.Mean).DefaultIfEmpty().Average();

    /// <summary>Steps above the group's mean; 0 for a unit of which nothing is known.</summary>
    public double Step(double? value) => value is { } v ? (v - GroupMean) / Scale * (IsLowBetter ? -1 : 1) : 0;
}

/// <summary>A composite score, and how firm it is.</summary>
/// <param name="KnownWeight">Share of the weights whose indicator is known, 0 to 1.</param>
/// <param name="Steps">By indicator, in steps of its scale; null: unknown, counted as the mean.</param>
/// <param name="Place">Null: less than half of the weight is known, so it is not ranked.</param>
/// <param name="Firmness">How often the unit stays in its band when weights move by up to a quarter, 0 to 1.</param>
public sealed record CompositeScore(double KnownWeight, IReadOnlyList<double?> Steps, Place? Place, double Firmness);

/// <summary>Several indicators in one score, with published weights.</summary>
public static class Composite
{
    private const int Seed = 20_260_102;
    private const double LeastKnown = 0.5;
    private const double Moved = 0.25;
    private const int Trials = 50;
    private const int DrawsOfTrial = 200;

    /// <param name="indicators">All over the same units, in the same order.</param>
    /// <param name="withFirmness">False: not asked for, since it takes as long as all the rest; it is 0 then.</param>
    public static IReadOnlyList<CompositeScore> Of(IReadOnlyList<Indicator> indicators, bool withFirmness = true)
    {
        var count = indicators[0].Units.Count;
        var weights = indicators.Select(i => i.Weight).ToArray();
        var all = weights.Sum();
        var known = Enumerable.Range(0, count).Select(unit => indicators.Where(i => i.Units[unit] is not null).Sum(i => i.Weight) / all).ToList();
        var ranked = Enumerable.Range(0, count).Where(unit => known[unit] >= LeastKnown).ToList();
        var steps = new CompositeSteps(indicators, ranked);
        var places = steps.Places(weights, Ranks.Draws, Seed);
        var firmness = withFirmness ? Firmness(steps, weights) : new double[places.Count];
        var positions = ranked.Index().ToDictionary(r => r.Item, r => r.Index);
        return
        [
            .. Enumerable.Range(0, count).Select(unit =>
            {
                var own = indicators.Select(i => i.Units[unit] is { } p ? i.Step(p.Mean) : (double?)null).ToList();
                return positions.TryGetValue(unit, out var at)
                    ? new CompositeScore(known[unit], own, places[at], firmness[at])
                    : new CompositeScore(known[unit], own, null, 0);
            }),
        ];
    }

    private static double[] Firmness(CompositeSteps steps, double[] weights)
    {
        // All trials share their draws, and so do the bands that they are held against: what moves a band is then the weights alone.
        var places = steps.Places(weights, DrawsOfTrial, Seed + 2);
        var chance = new Random(Seed + 1);
        var trials = Enumerable.Range(0, Trials).Select(_ => weights.Select(w => w * (1 + Moved * (2 * chance.NextDouble() - 1))).ToArray()).ToList();
        var stays = new int[places.Count];
        Parallel.ForEach(trials, moved =>
        {
            var tried = steps.Places(moved, DrawsOfTrial, Seed + 2);
            for (var i = 0; i < stays.Length; i++)
            {
                if (tried[i].Band == places[i].Band)
                    Interlocked.Increment(ref stays[i]);
            }
        });
        return [.. stays.Select(s => (double)s / Trials)];
    }
}
