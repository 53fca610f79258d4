using Command.Ranking;

namespace Command.Tests.Ranking;

/// <summary>
/// What the order by median rank is for: fifteen units with 3 to 140 tip-offs whose true ratios are drawn from
/// Beta(6, 14), in 4,000 rounds. It must know the truth better than the raw ratio and Wilson's lower bound do, and a
/// small unit must not be first or last by luck.
/// </summary>
public sealed class FairnessTests
{
    private const int Rounds = 4_000;
    private const int Small = 6;
    private static readonly int[] cases = [3, 4, 5, 6, 8, 10, 15, 20, 28, 38, 50, 68, 90, 115, 140];

    [Fact]
    public void The_order_knows_the_truth_better_and_spares_small_units()
    {
        var rounds = Enumerable.Range(0, Rounds).AsParallel().Select(Round).ToList();
        var shrunken = rounds.Average(r => r.Shrunken);

        Assert.InRange(shrunken - rounds.Average(r => r.Raw), 0.03, 1);
        Assert.InRange(shrunken - rounds.Average(r => r.Wilson), 0.06, 1);
        for (var unit = 0; unit < Small; unit++)
        {
            Assert.InRange(rounds.Count(r => r.First == unit) / (double)Rounds, 0, 1 / 15.0);
            Assert.InRange(rounds.Count(r => r.Last == unit) / (double)Rounds, 0, 1 / 15.0);
        }
    }

    private static (double Raw, double Wilson, double Shrunken, int First, int Last) Round(int round)
    {
        var chance = new Random(1_000 + round);
        // The sixth smallest of nineteen equal chances is Beta(6, 14).
        var truth = cases.Select(_ => Enumerable.Range(0, 19).Select(_ => chance.NextDouble()).Order().ElementAt(5)).ToArray();
        var seen = cases.Select((n, i) => new Share(Enumerable.Range(0, n).Count(_ => chance.NextDouble() < truth[i]), n)).ToArray();
        var prior = BetaPrior.Fit(seen);
        if (prior is null)
            return (0, 0, 0, -1, -1);
        var places = Ranks.Of([.. seen.Select(prior.With)]);
        var order = Ranks.Order(places);
        return (
            Spearman(truth, [.. seen.Select(s => s.Ratio)]),
            Spearman(truth, [.. seen.Select(s => Wilson.Interval95(s.Successes, s.Cases).Low)]),
            Spearman(truth, [.. order.Select((unit, rank) => (unit, rank)).OrderBy(x => x.unit).Select(x => -(double)x.rank)]),
            order[0],
            order[^1]);
    }

    private static double Spearman(double[] a, double[] b)
    {
        var (x, y) = (RanksOf(a), RanksOf(b));
        var mean = x.Average();
        return x.Zip(y, (p, q) => (p - mean) * (q - mean)).Sum() / Math.Sqrt(x.Sum(p => (p - mean) * (p - mean)) * y.Sum(q => (q - mean) * (q - mean)));
    }

    /// <summary>Equal values share the mean of their ranks.</summary>
    private static double[] RanksOf(double[] values) =>
        [.. values.Select(v => values.Count(w => w < v) + (values.Count(w => w == v) + 1) / 2.0)];
}
