using System.Collections.Concurrent;

namespace Command.Ranking;

/// <summary>Indicators of the units that are ranked, in steps from the group's mean, to be weighed again and again.</summary>
public sealed class CompositeSteps(IReadOnlyList<Indicator> indicators, IReadOnlyList<int> units)
{
    /// <summary>Beyond it, the correction for a long tail would no longer rise (Cornish and Fisher 1937).</summary>
    private const double MostSkewness = 1.2;

    private static readonly double[] normal = [.. Enumerable.Range(0, Crowd.SlicesOfUnit).Select(k => Normal.Quantile((k + 0.5) / Crowd.SlicesOfUnit))];

    /// <summary>One unit after the other, of each indicator its moments in steps.</summary>
    private readonly (double Mean, double Variance, double ThirdMoment)[] moments =
        [.. units.SelectMany(unit => indicators.Select(i => i.Units[unit] is { } known ? Moments(i, known) : default))];

    private readonly ConcurrentDictionary<(int, int), Lazy<double[][][]>> drawn = new();

    public IReadOnlyList<Place> Places(double[] weights, int draws, int seed)
    {
        var all = weights.Sum();
        double[] shares = [.. weights.Select(w => w / all)];
        var scores = new double[units.Count];
        for (var unit = 0; unit < scores.Length; unit++)
        {
            for (var i = 0; i < shares.Length; i++)
                scores[unit] += shares[i] * moments[unit * shares.Length + i].Mean;
        }

        return units.Count >= Crowd.FewestUnits
            ? Crowd.Of(scores, (unit, values) => Slice(scores[unit], moments.AsSpan(unit * shares.Length, shares.Length), shares, values))
            : Ranks.Of(scores, Weighed(shares, drawn.GetOrAdd((draws, seed), key => new Lazy<double[][][]>(() => Draw(draws, seed))).Value));
    }

    /// <summary>A weighed sum of several independent values is nearly normal; what is left of their skewness is corrected for.</summary>
    private static void Slice(double mean, ReadOnlySpan<(double, double Variance, double ThirdMoment)> own, double[] shares, Span<double> values)
    {
        double variance = 0, third = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            variance += shares[i] * shares[i] * own[i].Variance;
            third += shares[i] * shares[i] * shares[i] * own[i].ThirdMoment;
        }

        var spread = Math.Sqrt(variance);
        var skewness = spread > 0 ? Math.Clamp(third / (variance * spread), -MostSkewness, MostSkewness) : 0;
        for (var k = 0; k < values.Length; k++)
            values[k] = mean + spread * (normal[k] + skewness / 6 * (normal[k] * normal[k] - 1));
    }

    private static (double, double, double) Moments(Indicator indicator, Posterior known)
    {
        var scale = indicator.Step(1) - indicator.Step(0);
        return (indicator.Step(known.Mean), scale * scale * known.Variance, scale * scale * scale * known.ThirdMoment);
    }

    /// <summary>By indicator and round, of each unit its steps; unknown ones stand at the mean.</summary>
    private double[][][] Draw(int draws, int seed)
    {
        var chance = new Random(seed);
        return
        [
            .. indicators.Select(indicator =>
            {
                var rounds = Ranks.Rounds([.. units.Select(unit => indicator.Units[unit])], draws, chance);
                foreach (var round in rounds)
                {
                    for (var unit = 0; unit < round.Length; unit++)
                        round[unit] = double.IsNaN(round[unit]) ? 0 : indicator.Step(round[unit]);
                }

                return rounds;
            }),
        ];
    }

    private static double[][] Weighed(double[] shares, double[][][] steps)
    {
        var rounds = new double[steps[0].Length][];
        for (var round = 0; round < rounds.Length; round++)
        {
            var sums = rounds[round] = new double[steps[0][round].Length];
            for (var i = 0; i < shares.Length; i++)
            {
                var own = steps[i][round];
                for (var unit = 0; unit < sums.Length; unit++)
                    sums[unit] += shares[i] * own[unit];
            }
        }

        return rounds;
    }
}
