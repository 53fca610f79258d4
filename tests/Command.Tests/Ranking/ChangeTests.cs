using Command.Ranking;
using Command.Rollups;

namespace Command.Tests.Ranking;

public sealed class ChangeTests
{
    [Theory]
    [InlineData(9, 4, 1, 1.4142)]
    [InlineData(25, 16, 1, 1.4142)]
    [InlineData(64, 25, 1, 4.2426)]
    [InlineData(25, 64, 1, -4.2426)]
    [InlineData(64, 25, 2, 3)]
    public void Z_is_that_of_the_vectors(double now, double before, double phi, double expected) => Assert.Equal(expected, Change.Z(now, before, phi), 4);

    [Theory]
    [InlineData(4, 0, ChangeMark.Unknown)]
    [InlineData(5, 4, ChangeMark.Within)]
    [InlineData(9, 4, ChangeMark.Within)]
    [InlineData(121, 90, ChangeMark.Up)]
    [InlineData(90, 121, ChangeMark.Down)]
    [InlineData(144, 90, ChangeMark.FarUp)]
    [InlineData(90, 144, ChangeMark.FarDown)]
    [InlineData(10_001, 9_600, ChangeMark.Within)]
    [InlineData(9_500, 10_100, ChangeMark.FarDown)]
    [InlineData(9_600, 10_100, ChangeMark.Within)]
    [InlineData(0, 0, ChangeMark.Unknown)]
    public void A_count_is_marked_by_its_noise(long now, long before, ChangeMark mark) => Assert.Equal(mark, Change.OfCounts(now, before));

    [Fact]
    public void A_noisy_past_takes_the_mark_away() =>
        Assert.Equal((ChangeMark.FarUp, ChangeMark.Within), (Change.OfCounts(169, 100), Change.OfCounts(169, 100, phi: 5)));

    [Theory]
    [InlineData(45, 30, 50.0)]
    [InlineData(45, 29, null)]
    [InlineData(0, 40, -100.0)]
    public void Percent_is_told_from_thirty_on(double now, double before, double? percent) => Assert.Equal(percent, Change.Percent(now, before));

    [Theory]
    [InlineData(4, 4, 90, 100, ChangeMark.Unknown)]
    [InlineData(50, 100, 50, 100, ChangeMark.Within)]
    [InlineData(65, 100, 50, 100, ChangeMark.Up)]
    [InlineData(30, 100, 55, 100, ChangeMark.FarDown)]
    [InlineData(100, 100, 80, 80, ChangeMark.Within)]
    [InlineData(0, 50, 0, 70, ChangeMark.Within)]
    public void Shares_are_compared_as_two_proportions(long now, long nowOf, long before, long beforeOf, ChangeMark mark) =>
        Assert.Equal(mark, Change.OfShares(now, nowOf, before, beforeOf));

    [Fact]
    public void Dispersion_is_variance_over_mean_and_never_under_one()
    {
        Assert.Equal(1, Change.Dispersion([1, 1_000]));
        Assert.Equal(1, Change.Dispersion([0, 0, 0]));
        Assert.Equal(1, Change.Dispersion([100, 101, 99]));
        Assert.Equal(100.0 / 20, Change.Dispersion([10, 20, 30]), 10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Medians_are_marked_as_a_bootstrap_by_drawing_marks_them(int seed)
    {
        var chance = new Random(seed);
        var before = Sample(chance, 20 + chance.Next(60), 600);
        var now = Sample(chance, 20 + chance.Next(60), 600 * (0.5 + 0.25 * seed));

        const int rounds = 20_000;
        var above = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            var (n, b) = (MedianOfDraws(chance, now), MedianOfDraws(chance, before));
            above += n > b ? 1 : n == b ? 0.5 : 0;
        }

        // A mark may differ from the drawn one only where the drawing itself cannot tell the two apart.
        var drawn = Normal.Quantile(above / rounds);
        var expected = new[] { drawn - 0.3, drawn, drawn + 0.3 }.Select(Mark);
        Assert.Contains(Change.OfMedians(Histogram(now), Histogram(before)), expected);
    }

    [Fact]
    public void Medians_of_fewer_than_five_are_not_compared() =>
        Assert.Equal(ChangeMark.Unknown, Change.OfMedians(Histogram([1, 1, 1, 1]), Histogram([9, 9, 9, 9, 9, 9])));

    [Fact]
    public void A_median_that_grew_beyond_doubt_is_marked_bold_and_one_that_did_not_move_is_not()
    {
        short[] quick = [.. Enumerable.Repeat((short)40, 50)];
        short[] slow = [.. Enumerable.Repeat((short)60, 50)];
        Assert.Equal(ChangeMark.FarUp, Change.OfMedians(Histogram(slow), Histogram(quick)));
        Assert.Equal(ChangeMark.FarDown, Change.OfMedians(Histogram(quick), Histogram(slow)));
        Assert.Equal(ChangeMark.Within, Change.OfMedians(Histogram(quick), Histogram(quick)));
    }

    private static short[] Sample(Random chance, int length, double median) =>
        [.. Enumerable.Range(0, length).Select(_ => Command.Rollups.Histogram.BucketOf(TimeSpan.FromSeconds(median * Math.Exp(2 * chance.NextDouble() - 1))))];

    private static short MedianOfDraws(Random chance, short[] sample)
    {
        var draws = Enumerable.Range(0, sample.Length).Select(_ => sample[chance.Next(sample.Length)]).Order().ToArray();
        return draws[(draws.Length + 1) / 2 - 1];
    }

    private static Histogram Histogram(IEnumerable<short> buckets)
    {
        var histogram = new Histogram();
        foreach (var bucket in buckets)
            histogram.Add(bucket, 1);
        return histogram;
    }

    private static ChangeMark Mark(double z) =>
        z >= 3 ? ChangeMark.FarUp : z >= 2 ? ChangeMark.Up : z <= -3 ? ChangeMark.FarDown : z <= -2 ? ChangeMark.Down : ChangeMark.Within;
}
