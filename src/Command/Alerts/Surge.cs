using Command.Ranking;

namespace Command.Alerts;

/// <summary>
/// Pure: whether a count stands out of the same hours of earlier weeks by more than their own noise. An unfinished
/// count is compared with whole ones: it may come late, never falsely.
/// </summary>
/// <param name="Usual">Mean of the earlier counts.</param>
public readonly record struct Surge(long Count, double Usual, double Deviations)
{
    /// <summary>Of fewer weeks nobody can say what is usual.</summary>
    private const int FewestWeeks = 3;

    /// <returns>Null when it is within the noise, too small, or there is too little to compare with.</returns>
    public static Surge? Of(long count, IReadOnlyCollection<long> before, int least, double deviations)
    {
        if (count < least || before.Count < FewestWeeks)
            return null;
        var usual = before.Average();
        var z = Change.Z(count, usual, Change.Dispersion(before));
        return z >= deviations ? new Surge(count, usual, z) : null;
    }
}
