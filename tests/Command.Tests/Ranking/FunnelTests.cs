using Command.Ranking;

namespace Command.Tests.Ranking;

public sealed class FunnelTests
{
    /// <summary>Ten units of 100 cases at ±0.05 around 0.5: each z is 1, φ is 1, and chance alone explains them.</summary>
    [Fact]
    public void Units_within_chance_leave_the_limits_as_they_are()
    {
        var funnel = Funnel.Of([.. Enumerable.Range(0, 10).Select(i => new Share(i % 2 == 0 ? 45 : 55, 100))])!;

        Assert.Equal(0.5, funnel.Target, 12);
        Assert.Equal(1, funnel.Phi, 9);
        Assert.Equal(0, funnel.Tau2);
        Assert.Equal(0.5 + 1.959964 * 0.05, funnel.At(100, Funnel.Z95).High, 9);
        Assert.Equal(FunnelZone.Within, funnel.Zone(new(59, 100)));
        Assert.Equal(FunnelZone.High, funnel.Zone(new(60, 100)));
        Assert.Equal(FunnelZone.FarHigh, funnel.Zone(new(66, 100)));
        Assert.Equal(FunnelZone.Low, funnel.Zone(new(40, 100)));
        Assert.Equal(FunnelZone.FarLow, funnel.Zone(new(34, 100)));
    }

    /// <summary>At ±0.15 each z is 3 and φ 9: τ² = (10·9 − 9) / (4000 − 400) = 0.0225, the spread that was put in.</summary>
    [Fact]
    public void Units_that_differ_more_than_chance_widen_them()
    {
        var funnel = Funnel.Of([.. Enumerable.Range(0, 10).Select(i => new Share(i % 2 == 0 ? 35 : 65, 100))])!;

        Assert.Equal(9, funnel.Phi, 9);
        Assert.Equal(0.0225, funnel.Tau2, 9);
        Assert.Equal(FunnelZone.Within, funnel.Zone(new(65, 100)));
    }

    /// <summary>Rates 4 and 6 over an exposure of 20 around 5: each z is 2, φ 4, and the same rule widens them.</summary>
    [Fact]
    public void Rates_have_a_funnel_of_their_own_without_an_upper_end()
    {
        var funnel = Funnel.OfRates([.. Enumerable.Range(0, 10).Select(i => new Rate(i % 2 == 0 ? 80 : 120, 20))])!;

        Assert.Equal(5, funnel.Target, 12);
        Assert.Equal(4, funnel.Phi, 9);
        // (10·4 − 9) / (40 − 4).
        Assert.Equal(31 / 36.0, funnel.Tau2, 9);
        Assert.Equal(5 + Funnel.Z95 * Math.Sqrt(0.25 + 31 / 36.0), funnel.At(20, Funnel.Z95).High, 9);
        Assert.Equal(FunnelZone.High, funnel.ZoneOfRate(new(160, 20)));
        Assert.Null(Funnel.OfRates([new(0, 10)]));
    }

    [Fact]
    public void The_limits_stay_between_none_and_all()
    {
        var funnel = Funnel.Of([.. Enumerable.Repeat(new Share(1, 10), 10)])!;

        Assert.Equal(0, funnel.At(5, Funnel.Z998).Low);
        Assert.Equal(1, funnel.At(0.1, Funnel.Z998).High);
    }

    [Fact]
    public void Where_nothing_or_everything_succeeded_there_is_no_funnel()
    {
        Assert.Null(Funnel.Of([]));
        Assert.Null(Funnel.Of([new(0, 5), new(0, 0)]));
        Assert.Null(Funnel.Of([new(5, 5)]));
    }
}
