using Command.Data;
using Command.Periods;
using Command.Units;

namespace Command.Ranking.Leaderboards;

/// <summary>What came of a night's closing of periods.</summary>
/// <param name="Sealed">Leaderboards that nobody had sealed in time.</param>
/// <param name="Ready">Leaderboards of which all is decided, for a commander to seal.</param>
public sealed record PeriodsClosed(int Sealed, int Ready);

/// <summary>
/// Closes periods: a commander seals a leaderboard as soon as all is decided; where nobody did, it is sealed on schedule
/// when its time is over, and what was still open is named in it. Weeks are left to people: they are too thin to report.
/// </summary>
public sealed class PeriodSealing(
    Sealing sealing, LiveLeaderboards boards, SealedBoards seals, PeriodBook book, WeightsBook weights, UnitRegistry registry, LeaderboardRules rules, TimeProvider time, ILogger<PeriodSealing> log)
{
    /// <summary>Periods that were due while nothing ran are still closed for so long.</summary>
    private const int DaysMadeUpFor = 62;

    public async Task<PeriodsClosed> CloseAsync(CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var tree = await registry.TreeAsync(cancellation);
        var published = await weights.CurrentAsync(cancellation);
        var (isSealed, ready) = (0, 0);
        foreach (var period in Ended(await book.CalendarAsync(cancellation), today))
        {
            var isDue = today > period.To.AddDays(rules.SealAfterDays);
            foreach (var ask in tree.GroupsOn(period.To).SelectMany(group => LeaderboardMetric.All.Select(metric => new LeaderboardAsk(group.Key, period, metric, published))))
            {
                if (await seals.FindAsync(ask, cancellation) is not null || (await boards.ReadAsync(ask, mustBeFresh: false, cancellation)).Board.IsEmpty)
                    continue;
                if (isDue)
                    isSealed += await sealing.SealAsync(null, ask, cancellation) is null ? 1 : 0;
                else
                    ready += (await sealing.OpenAsync(ask, cancellation)).Count == 0 ? 1 : 0;
            }
        }

        log.LogInformation("{Sealed} leaderboards were sealed because their time was over; {Ready} are all decided and wait for a commander.", isSealed, ready);
        return new PeriodsClosed(isSealed, ready);
    }

    private IEnumerable<Period> Ended(PeriodCalendar calendar, DateOnly today)
    {
        var oldest = today.AddDays(-rules.SealAfterDays - DaysMadeUpFor);
        var cut = calendar.Series.SelectMany(series => PeriodCalendar.Lengths(series).Where(l => l != PeriodLength.Week).SelectMany(length => Back(calendar, calendar.Containing(series, length, today), oldest)));
        return cut.Concat(calendar.Named.Select(n => new Period(n.Key, n.From, n.To))).Where(p => p.To < today && p.To >= oldest);
    }

    private static IEnumerable<Period> Back(PeriodCalendar calendar, Period period, DateOnly oldest)
    {
        for (; period.To >= oldest; period = calendar.Previous(period))
            yield return period;
    }
}
