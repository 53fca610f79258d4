namespace Command.Ranking;

/// <summary>Cases over exposure: tip-offs per 10,000 residents, followers per 1,000.</summary>
/// <param name="Exposure">In the unit that the rate is told in; above 0.</param>
public readonly record struct Rate(double Cases, double Exposure)
{
    public double Value => Cases / Exposure;
}

/// <summary>How the true rates of a peer group lie: as Gamma. A unit with little exposure is drawn towards the group's mean.</summary>
/// <param name="Exposure">What the group's knowledge weighs, in units of exposure.</param>
public sealed record GammaPrior(double Mean, double Exposure)
{
    /// <summary>By the method of moments, units weighted by exposure. Null when the group is too small, or nothing was counted.</summary>
    public static GammaPrior? Fit(IReadOnlyCollection<Rate> group, int fewestUnits = BetaPrior.FewestUnits, int fewestCases = BetaPrior.FewestCases)
    {
        var counted = group.Where(r => r.Exposure > 0).ToList();
        var exposure = counted.Sum(r => r.Exposure);
        var cases = counted.Sum(r => r.Cases);
        if (counted.Count < fewestUnits || cases < fewestCases)
            return null;
        var mean = cases / exposure;
        var spread = counted.Sum(r => r.Exposure * (r.Value - mean) * (r.Value - mean));
        var variance = (spread - (counted.Count - 1) * mean) / (exposure - counted.Sum(r => r.Exposure * r.Exposure) / exposure);

        // As with shares: the group weighs no more than all that it was exposed to.
        return new GammaPrior(mean, variance > 0 ? Math.Min(mean / variance, exposure) : exposure);
    }

    public GammaPosterior With(Rate own) => new(own.Cases + Mean * Exposure, own.Exposure + Exposure);
}
