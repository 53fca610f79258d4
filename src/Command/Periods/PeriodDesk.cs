using Command.Data;
using Command.People;
using Microsoft.EntityFrameworkCore;

namespace Command.Periods;

public enum PeriodRefusal
{
    NotAllowed,
    NoName,

    /// <summary>Not lower-case letters, digits and dashes; or a key that the calendar itself reads.</summary>
    BadKey,
    KeyTaken,

    /// <summary>No days, the last before the first, or longer than ten years.</summary>
    BadDays,

    /// <summary>Months begin on one of the days that every month has: 1 to 28.</summary>
    BadStart,

    /// <summary>A leaderboard was sealed for it: what was reported keeps its days.</summary>
    Sealed,
}

/// <summary>Edits the calendar: the ways to cut the year, and the periods that have a name of their own.</summary>
public sealed class PeriodDesk(CommandDb db, Acts acts, PeriodBook book)
{
    public const int MostPrefixLetters = 20;
    public const int LastStartDay = 28;
    public const int MostKeyLetters = 50;
    public const int MostNameLetters = 100;

    /// <summary>The calendar is everybody's: only who runs the whole may change it.</summary>
    public static bool MayEdit(Asker asker) => asker is { Role: Role.Administrator, UnitId: null };

    public async Task<PeriodRefusal?> AddAsync(Asker asker, string key, string name, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        if (!MayEdit(asker))
            return PeriodRefusal.NotAllowed;
        if (!IsName(name))
            return PeriodRefusal.NoName;
        if (from is not { } first || to is not { } last || last < first || last.DayNumber - first.DayNumber >= Period.MostDays)
            return PeriodRefusal.BadDays;
        var calendar = await book.CalendarAsync(cancellation);
        if (!IsKey(key) || new PeriodCalendar(calendar.Series, []).Find(key) is not null || calendar.Series.Any(s => s.Prefix == key))
            return PeriodRefusal.BadKey;
        return await acts.RunAsync<PeriodRefusal?>(async () =>
        {
            if (await db.NamedPeriods.AnyAsync(p => p.Key == key, cancellation))
                return (PeriodRefusal.KeyTaken, null);
            db.Add(new NamedPeriod { Key = key, Name = name, From = first, To = last });
            return (null, AuditEntry.By(asker, "period.added", key, after: AuditFacts.Write((AuditFact.DisplayName, name), (AuditFact.From, first), (AuditFact.To, last))));
        }, cancellation);
    }

    public async Task<PeriodRefusal?> RemoveAsync(Asker asker, string key, CancellationToken cancellation)
    {
        if (!MayEdit(asker))
            return PeriodRefusal.NotAllowed;
        return await acts.RunAsync<PeriodRefusal?>(async () =>
        {
            if (await db.NamedPeriods.SingleOrDefaultAsync(p => p.Key == key, cancellation) is not { } period)
                return (PeriodRefusal.BadKey, null);
            if (await db.SealedLeaderboards.AnyAsync(b => b.Period == key, cancellation))
                return (PeriodRefusal.Sealed, null);
            db.Remove(period);
            return (null, AuditEntry.By(asker, "period.removed", key, before: AuditFacts.Write((AuditFact.DisplayName, period.Name), (AuditFact.From, period.From), (AuditFact.To, period.To))));
        }, cancellation);
    }

    public async Task<PeriodRefusal?> AddSeriesAsync(Asker asker, PeriodSeries series, CancellationToken cancellation)
    {
        if (!MayEdit(asker))
            return PeriodRefusal.NotAllowed;
        if (!IsName(series.Name) || !IsName(series.EnglishName))
            return PeriodRefusal.NoName;
        if (series.StartDay is < 1 or > LastStartDay)
            return PeriodRefusal.BadStart;
        var alone = new PeriodCalendar([series], []);
        // A prefix that holds a year of its own would be read as one.
        if (!IsKey(series.Prefix) || series.Prefix.Length > MostPrefixLetters || alone.Find($"{series.Prefix}-2026") is null)
            return PeriodRefusal.BadKey;
        return await acts.RunAsync<PeriodRefusal?>(async () =>
        {
            var named = await db.NamedPeriods.Select(p => p.Key).ToListAsync(cancellation);
            if (await db.PeriodSeries.AnyAsync(s => s.Prefix == series.Prefix, cancellation) || named.Exists(key => key == series.Prefix || alone.Find(key) is not null))
                return (PeriodRefusal.KeyTaken, null);
            db.Add(series);
            return (null, AuditEntry.By(asker, "period.series.added", series.Prefix, after: Facts(series)));
        }, cancellation);
    }

    /// <summary>Without it its periods are no longer offered; what was written of them stays with its days. The calendar's own remains.</summary>
    public async Task<PeriodRefusal?> RemoveSeriesAsync(Asker asker, string prefix, CancellationToken cancellation)
    {
        if (!MayEdit(asker))
            return PeriodRefusal.NotAllowed;
        return await acts.RunAsync<PeriodRefusal?>(async () =>
        {
            if (prefix.Length == 0 || await db.PeriodSeries.SingleOrDefaultAsync(s => s.Prefix == prefix, cancellation) is not { } series)
                return (PeriodRefusal.BadKey, null);
            var alone = new PeriodCalendar([series], []);
            if ((await db.SealedLeaderboards.Select(b => b.Period).Distinct().ToListAsync(cancellation)).Exists(key => alone.Find(key) is { Prefix: not null }))
                return (PeriodRefusal.Sealed, null);
            db.Remove(series);
            return (null, AuditEntry.By(asker, "period.series.removed", prefix, before: Facts(series)));
        }, cancellation);
    }

    private static string? Facts(PeriodSeries series) =>
        AuditFacts.Write((AuditFact.DisplayName, series.Name), (AuditFact.StartDay, series.StartDay), (AuditFact.MonthBefore, series.StartsMonthBefore));

    private static bool IsName(string name) => name.Length is > 0 and <= MostNameLetters;

    /// <summary>As addresses carry it: a letter first, so that it is never read as a year.</summary>
    private static bool IsKey(string key) =>
        key.Length is > 0 and <= MostKeyLetters && key[0] is >= 'a' and <= 'z' && key[^1] != '-' && !key.Contains("--", StringComparison.Ordinal)
        && key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
