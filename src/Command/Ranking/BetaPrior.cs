namespace Command.Ranking;

/// <summary>Successes of cases: tip-offs found valuable, messages answered in time.</summary>
public readonly record struct Share(double Successes, double Cases)
{
    /// <summary>Not a number without cases.</summary>
    public double Ratio => Successes / Cases;
}

/// <summary>
/// How the true shares of a peer group lie: as Beta with this mean, weighing as much as so many cases. A unit's score
/// is drawn towards the mean the more, the fewer cases it has (beta-binomial empirical Bayes).
/// </summary>
/// <param name="Mean">Of the group, 0 to 1 exclusive.</param>
/// <param name="Weight">In cases, above 0.</param>
public sealed record BetaPrior(double Mean, double Weight)
{
    public const int FewestUnits = 5;
    public const int FewestCases = 30;

    /// <summary>
    /// By the method of moments (Kleinman 1973, Journal of the American Statistical Association 68:46), units weighted
    /// by their cases. Null when the group is too small to say.
    /// </summary>
    public static BetaPrior? Fit(IReadOnlyCollection<Share> group, int fewestUnits = FewestUnits, int fewestCases = FewestCases)
    {
        var counted = group.Where(s => s.Cases > 0).ToList();
        var cases = counted.Sum(s => s.Cases);
        if (counted.Count < fewestUnits || cases < fewestCases)
            return null;
        // Where all or none succeeded, half a case stands for the one that has not been seen yet.
        var mean = Math.Clamp(counted.Sum(s => s.Successes) / cases, 0.5 / cases, 1 - 0.5 / cases);
        var spread = counted.Sum(s => s.Cases * (s.Ratio - mean) * (s.Ratio - mean));
        var free = counted.Count - 1;
        var correlation = (spread / (mean * (1 - mean)) - free) / (cases - counted.Sum(s => s.Cases * s.Cases) / cases - free);

        // Units that differ less than chance alone explains: the group cannot weigh more than all of its own cases.
        var least = 1 / (1 + cases);
        return new BetaPrior(mean, 1 / Math.Clamp(double.IsFinite(correlation) ? correlation : least, least, 0.999) - 1);
    }

    public BetaPosterior With(Share own) =>
        new(own.Successes + Mean * Weight, own.Cases - own.Successes + (1 - Mean) * Weight);
}
