using Command.Ranking;
using Command.Rollups;

namespace Command.Api;

/// <summary>Chooses the basis of a unit's tip-offs and states the ratio only where it means something. Pure.</summary>
public static class Tipoffs
{
    /// <param name="collected">Null without a record in range and subtree.</param>
    public static TipoffTotals Of(TipoffCounts? collected, DeclaredTotal? received, DeclaredTotal? valuable)
    {
        var declared = received is null && valuable is null ? null : new TipoffDeclared(received, valuable);
        var sources = new TipoffSources(collected, declared);
        if (collected is not null)
            return With("collected", collected.Received, collected.Valuable, collected.Pending, sameDays: true, sources);
        if (declared is not null)
            return With("declared", (long?)received?.Value, (long?)valuable?.Value, null, SameDays(received, valuable), sources);
        return new TipoffTotals("none", null, null, null, null, null, sources);
    }

    private static TipoffTotals With(string basis, long? received, long? valuable, long? pending, bool sameDays, TipoffSources sources)
    {
        if (!sameDays || received is not > 0 || valuable is not { } successes || successes > received)
            return new TipoffTotals(basis, received, valuable, pending, null, null, sources);
        var cases = received.Value;
        var (low, high) = Wilson.Interval95(successes, cases);
        return new TipoffTotals(basis, received, valuable, pending, Rounded((double)successes / cases), [Rounded(low), Rounded(high)], sources);
    }

    private static bool SameDays(DeclaredTotal? received, DeclaredTotal? valuable) =>
        received is not null && valuable is not null && received.Days.SequenceEqual(valuable.Days);

    public static double Rounded(double ratio) => Math.Round(ratio, 4, MidpointRounding.AwayFromZero);
}
