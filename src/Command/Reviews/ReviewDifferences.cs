namespace Command.Reviews;

/// <summary>One figure as it was reported and as it would stand now.</summary>
/// <param name="Unit">Name of the unit below; null: the whole.</param>
public sealed record ReviewDifference(string Metric, string? Unit, ReviewValue? Reported, ReviewValue? Now);

/// <summary>What is restated since a review was frozen. Pure.</summary>
public static class ReviewDifferences
{
    public static IReadOnlyList<ReviewDifference> Between(ReviewFigures reported, ReviewFigures now)
    {
        var totals = ReviewMetric.All
            .Select(m => new ReviewDifference(m.Name, null, reported.Total(m)?.Now, now.Total(m)?.Now))
            .Where(d => Differs(d.Reported, d.Now));
        var units = reported.Units.Select(u => (Then: u, Now: now.Units.FirstOrDefault(n => n.Key == u.Key)))
            .Where(u => (u.Then.Tipoffs.Valuable, u.Then.Tipoffs.Received) != (u.Now?.Tipoffs.Valuable, u.Now?.Tipoffs.Received))
            .Select(u => new ReviewDifference(ReviewMetric.ValuableRatio.Name, u.Then.Name, Ratio(u.Then), u.Now is null ? null : Ratio(u.Now)));
        return [.. totals, .. units];
    }

    private static bool Differs(ReviewValue? a, ReviewValue? b) => (a is null) != (b is null) || (a is not null && b is not null && (a.Number, a.Count, a.Of, a.Basis) != (b.Number, b.Count, b.Of, b.Basis));

    private static ReviewValue? Ratio(ReviewUnit unit) =>
        unit.Tipoffs.Ratio is { } ratio ? new ReviewValue(ratio, ReviewBasis.Collected, unit.Tipoffs.Valuable, unit.Tipoffs.Received) : null;
}
