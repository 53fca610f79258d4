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

    /// <summary>A leaderboard was sealed for it: what was reported keeps its days.</summary>
    Sealed,
}

/// <summary>Edits the periods that have a name of their own.</summary>
public sealed class NamedPeriods(CommandDb db, Acts acts, PeriodBook book)
{
    private const int MostKeyLetters = 50;
    private const int MostNameLetters = 100;

    /// <summary>The calendar is everybody's: only who runs the whole may change it.</summary>
    public static bool MayEdit(Asker asker) => asker is { Role: Role.Administrator, UnitId: null };

    public async Task<PeriodRefusal?> AddAsync(Asker asker, string key, string name, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        if (!MayEdit(asker))
            return PeriodRefusal.NotAllowed;
        if (name.Length is 0 or > MostNameLetters)
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

    /// <summary>As addresses carry it: a letter first, so that it is never read as a year.</summary>
    private static bool IsKey(string key) =>
        key.Length is > 0 and <= MostKeyLetters && key[0] is >= 'a' and <= 'z' && key[^1] != '-' && !key.Contains("--", StringComparison.Ordinal)
        && key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
