using Command.Ranking;
using Xunit.Abstractions;

namespace Command.Tests.Ranking;

/// <summary>
/// Places of many units are computed, not drawn: they must lie nearer to what very many draws say than the 2,000 draws do
/// that smaller groups get.
/// </summary>
public sealed class CrowdTests(ITestOutputHelper output)
{
    private const int ManyDraws = 20_000;

    [Theory]
    [InlineData(Crowd.FewestUnits, 5, 60)]
    [InlineData(Crowd.FewestUnits, 500, 20_000)]
    [InlineData(1_000, 5, 400)]
    public void Places_of_many_units_are_nearer_to_the_true_ones_than_two_thousand_draws(int units, int fewest, int most)
    {
        var posteriors = Group(units, fewest, most);
        double[] scores = [.. posteriors.Select(p => p.Mean)];
        var truth = Ranks.Of(scores, Plain(posteriors, ManyDraws, new Random(1)));
        var drawn = Ranks.Of(scores, Plain(posteriors, Ranks.Draws, new Random(2)));
        var computed = Ranks.Of(posteriors);

        Compare("median", p => p.Median, 0.75);
        Compare("low", p => p.Low, 0.75);
        Compare("high", p => p.High, 0.75);
        Compare("first three", p => 100 * p.TopThree, 0.5);

        void Compare(string what, Func<Place, double> of, double rounding)
        {
            var (own, theirs) = (Error(computed, truth, of), Error(drawn, truth, of));
            output.WriteLine($"{units} units, {what}: {own:0.###} against {theirs:0.###}");
            Assert.True(own <= theirs + rounding, $"{what}: {own} against {theirs}");
        }
    }

    [Fact]
    public void Places_of_a_composite_score_of_many_units_are_those_that_draws_give()
    {
        var (ratios, rates) = (Group(400, 5, 200), Group(400, 30, 900));
        Indicator[] indicators = [new(0.6, 0.1, ratios), new(0.4, 0.05, rates)];
        var steps = new CompositeSteps(indicators, [.. Enumerable.Range(0, 400)]);
        var chance = new Random(3);
        var (first, second) = (Plain(ratios, ManyDraws, chance), Plain(rates, ManyDraws, chance));
        var rounds = first.Zip(second, (a, b) => a.Zip(b, (x, y) => 0.6 * indicators[0].Step(x) + 0.4 * indicators[1].Step(y)).ToArray()).ToList();
        var computed = steps.Places([0.6, 0.4], Ranks.Draws, 1);
        var truth = Ranks.Of([.. computed.Select(c => c.Score)], rounds);

        Assert.InRange(Error(computed, truth, p => p.Median), 0, 1.5);
        Assert.InRange(Error(computed, truth, p => p.Low), 0, 2.5);
        Assert.InRange(Error(computed, truth, p => p.High), 0, 2.5);
    }

    [Fact]
    public void One_far_above_all_others_is_first_for_sure()
    {
        var places = Ranks.Of([new BetaPosterior(9_990, 10), .. Group(500, 20, 100)]);

        Assert.Equal((1, 1, 1, 1.0), (places[0].Median, places[0].Low, places[0].High, Math.Round(places[0].TopThree, 6)));
        Assert.All(places.Skip(1), p => Assert.True(p.Median >= 2));
    }

    [Fact]
    public void Many_that_nothing_tells_apart_share_a_band_and_every_place()
    {
        var places = Ranks.Of([.. Enumerable.Repeat<Posterior>(new BetaPosterior(8, 12), 1_000)]);

        Assert.All(places, p => Assert.Equal(1, p.Band));
        Assert.All(places, p => Assert.InRange(p.Median, 495, 505));
        Assert.All(places, p => Assert.True(p is { Low: >= 45 and <= 56, High: >= 945 and <= 956 }));
    }

    /// <summary>Root of the mean square.</summary>
    private static double Error(IReadOnlyList<Place> places, IReadOnlyList<Place> truth, Func<Place, double> of) =>
        Math.Sqrt(places.Zip(truth, (p, t) => of(p) - of(t)).Average(d => d * d));

    private static Posterior[] Group(int units, int fewest, int most)
    {
        var chance = new Random(units + fewest);
        var counted = Enumerable.Range(0, units).Select(_ =>
        {
            var truth = Enumerable.Range(0, 19).Select(_ => chance.NextDouble()).Order().ElementAt(5);
            var cases = chance.Next(fewest, most + 1);
            return new Share(Enumerable.Range(0, cases).Count(_ => chance.NextDouble() < truth), cases);
        }).ToList();
        var prior = BetaPrior.Fit(counted)!;
        return [.. counted.Select(prior.With)];
    }

    /// <summary>Draws that are independent of each other: any slice at any time.</summary>
    private static double[][] Plain(Posterior[] units, int draws, Random chance)
    {
        var slices = new double[units.Length][];
        for (var i = 0; i < slices.Length; i++)
            units[i].Slice(slices[i] = new double[10_000]);
        return [.. Enumerable.Range(0, draws).Select(_ => slices.Select(s => s[chance.Next(s.Length)]).ToArray())];
    }
}
