namespace Command.Ranking;

/// <summary>Where a unit lies in the funnel, told by shape and text as well as by colour.</summary>
public enum FunnelZone
{
    /// <summary>As chance would have it, 95 %.</summary>
    Within,

    /// <summary>Between the limits of 95 % and 99.8 %.</summary>
    High,
    Low,

    /// <summary>Beyond 99.8 %.</summary>
    FarHigh,
    FarLow,
}

/// <summary>
/// The funnel plot of a group's shares or rates. When units differ more than chance explains (φ), the limits are widened
/// by a random effect of variance τ²: Spiegelhalter 2005, Statistics in Medicine 24:1185.
/// </summary>
/// <param name="Target">The group's share or rate.</param>
/// <param name="Phi">Over-dispersion; about 1 when only chance is at work.</param>
/// <param name="Tau2">Variance between units beyond chance; 0 when the test finds none.</param>
/// <param name="Variance">By chance, of one case of a share, or of one unit of exposure of a rate.</param>
/// <param name="Most">1 for a share; a rate has no end.</param>
public sealed record Funnel(double Target, double Phi, double Tau2, double Variance, double Most)
{
    /// <summary>All cases, or all exposure, of the group.</summary>
    public double Size { get; init; }

    /// <summary>All that was counted of it.</summary>
    public double Count => Target * Size;

    /// <summary>Standard normal quantiles of 97.5 % and 99.9 %.</summary>
    public const double Z95 = 1.959964;
    public const double Z998 = 3.090232;

    /// <summary>The share at each end that is drawn in before φ is estimated, so that outliers do not hide themselves.</summary>
    private const double Winsorised = 0.1;

    /// <summary>Null without cases, or when none or all succeeded.</summary>
    public static Funnel? Of(IReadOnlyCollection<Share> group)
    {
        var counted = group.Where(s => s.Cases > 0).Select(s => (Value: s.Ratio, Size: s.Cases)).ToList();
        var target = counted.Sum(s => s.Value * s.Size) / counted.Sum(s => s.Size);
        return target is > 0 and < 1 ? Of(counted, target, target * (1 - target), 1) : null;
    }

    /// <summary>Null without exposure, or when nothing was counted.</summary>
    public static Funnel? OfRates(IReadOnlyCollection<Rate> group)
    {
        var counted = group.Where(r => r.Exposure > 0).Select(r => (r.Value, Size: r.Exposure)).ToList();
        var target = counted.Sum(r => r.Value * r.Size) / counted.Sum(r => r.Size);
        return target > 0 ? Of(counted, target, target, double.PositiveInfinity) : null;
    }

    /// <summary>The limits at so many cases or so much exposure, within 0 and <see cref="Most"/>.</summary>
    public (double Low, double High) At(double size, double z)
    {
        var half = z * Math.Sqrt(Variance / size + Tau2);
        return (Math.Max(0, Target - half), Math.Min(Most, Target + half));
    }

    public FunnelZone Zone(Share unit) => Zone(unit.Ratio, unit.Cases);

    public FunnelZone ZoneOfRate(Rate unit) => Zone(unit.Value, unit.Exposure);

    private FunnelZone Zone(double value, double size) => ((value - Target) / Math.Sqrt(Variance / size + Tau2)) switch
    {
        > Z998 => FunnelZone.FarHigh,
        > Z95 => FunnelZone.High,
        < -Z998 => FunnelZone.FarLow,
        < -Z95 => FunnelZone.Low,
        _ => FunnelZone.Within,
    };

    private static Funnel Of(List<(double Value, double Size)> counted, double target, double variance, double most)
    {
        var precisions = counted.Select(c => c.Size / variance).ToList();
        var scores = Winsorise([.. counted.Zip(precisions, (c, p) => (c.Value - target) * Math.Sqrt(p))]);
        var k = counted.Count;
        var phi = scores.Sum(z => z * z) / k;
        var total = precisions.Sum();
        var tau2 = (k * phi - (k - 1)) / (total - precisions.Sum(p => p * p) / total);
        return new Funnel(target, phi, IsOverdispersed(k * phi, k) && tau2 > 0 ? tau2 : 0, variance, most) { Size = counted.Sum(c => c.Size) };
    }

    private static double[] Winsorise(double[] scores)
    {
        Array.Sort(scores);
        var cut = (int)(scores.Length * Winsorised);
        for (var i = 0; i < cut; i++)
            (scores[i], scores[^(i + 1)]) = (scores[cut], scores[^(cut + 1)]);
        return scores;
    }

    /// <summary>Above the 95 % quantile of χ² with k degrees, by Wilson and Hilferty 1931.</summary>
    private static bool IsOverdispersed(double chiSquare, int k)
    {
        var spread = 2.0 / (9 * k);
        var root = 1 - spread + 1.644854 * Math.Sqrt(spread);
        return chiSquare > k * root * root * root;
    }
}
