using Command.Data;

namespace Command.Ranking.Leaderboards;

/// <summary>Residents times days: what a count of a period stands against. Pure.</summary>
internal static class ResidentDays
{
    /// <param name="residents">The oldest first; before it, the oldest holds.</param>
    /// <param name="credits">The days that count are theirs, each once.</param>
    public static double Of(IReadOnlyList<UnitResidents> residents, IEnumerable<Credit> credits)
    {
        if (residents.Count == 0)
            return 0;
        var sum = 0.0;
        var next = DateOnly.MinValue;
        foreach (var (from, to) in credits.Select(c => (c.From, c.To)).Order())
        {
            for (var i = 0; i < residents.Count; i++)
            {
                var first = Latest(from, next, i == 0 ? DateOnly.MinValue : residents[i].From);
                var last = i + 1 < residents.Count && residents[i + 1].From <= to ? residents[i + 1].From.AddDays(-1) : to;
                if (last >= first)
                    sum += (double)residents[i].Count * (last.DayNumber - first.DayNumber + 1);
            }

            if (to >= next)
                next = to.AddDays(1);
        }

        return sum;
    }

    private static DateOnly Latest(DateOnly a, DateOnly b, DateOnly c) => a > b ? (a > c ? a : c) : (b > c ? b : c);
}
