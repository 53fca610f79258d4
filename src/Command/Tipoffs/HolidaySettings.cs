using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>Public holidays and days worked in exchange. Days that have come stay as they were.</summary>
public sealed class HolidaySettings(CommandDb db, UnitRegistry units, Acts acts, CalendarRegistry calendars, TimeProvider time)
{
    public const int MostNameCharacters = 100;
    public const int MostDays = 15;

    private DateOnly Today => LocalTime.DayOf(time.GetUtcNow());

    public async Task<IReadOnlyList<Holiday>> ListAsync(int year, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Holidays.AsNoTracking().Where(h => h.Day >= first && h.Day <= last).OrderBy(h => h.Day).ToListAsync(cancellation);
    }

    /// <param name="to">Last of several days; null: one day.</param>
    public Task<SettingFault> AddAsync(Asker asker, DateOnly? from, DateOnly? to, string name, bool isWorked, CancellationToken cancellation) => ActAsync(async () =>
    {
        if (await FaultAsync(asker, from, to, name, cancellation) is var fault and not SettingFault.None)
            return (fault, null);
        var days = Enumerable.Range(0, (to ?? from!.Value).DayNumber - from!.Value.DayNumber + 1).Select(from.Value.AddDays).ToList();
        if (isWorked && days.Exists(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            return (SettingFault.NoRestDay, null);
        if (await db.Holidays.AnyAsync(h => days.Contains(h.Day), cancellation))
            return (SettingFault.Overlap, null);
        var added = days.ConvertAll(day => new Holiday { Day = day, Name = name, IsWorked = isWorked });
        db.Holidays.AddRange(added);
        return (SettingFault.None, AuditEntry.By(asker, "holiday.added", name, after: Say(added)));
    }, cancellation);

    /// <summary>Only a day to come.</summary>
    public Task<SettingFault> RemoveAsync(Asker asker, DateOnly? day, CancellationToken cancellation) => ActAsync(async () =>
    {
        if (!await MaySetAsync(asker, cancellation))
            return (SettingFault.OutOfSight, null);
        if (await db.Holidays.SingleOrDefaultAsync(h => h.Day == day, cancellation) is not { } holiday)
            return (SettingFault.Gone, null);
        if (holiday.Day <= Today)
            return (SettingFault.Begun, null);
        db.Holidays.Remove(holiday);
        return (SettingFault.None, AuditEntry.By(asker, "holiday.removed", holiday.Name, before: Say([holiday])));
    }, cancellation);

    /// <summary>They hold for every unit.</summary>
    public async Task<bool> MaySetAsync(Asker asker, CancellationToken cancellation) =>
        Sight.Of(asker, await units.TreeAsync(cancellation), Today).SetsForAll;

    private async Task<SettingFault> ActAsync(Func<Task<(SettingFault, AuditEntry?)>> act, CancellationToken cancellation)
    {
        var fault = await acts.RunAsync(act, cancellation);
        if (fault == SettingFault.None)
            calendars.Changed();
        return fault;
    }

    private async Task<SettingFault> FaultAsync(Asker asker, DateOnly? from, DateOnly? to, string name, CancellationToken cancellation)
    {
        if (!await MaySetAsync(asker, cancellation))
            return SettingFault.OutOfSight;
        if (SettingDays.FromTomorrow(from, Today) is var fault and not SettingFault.None)
            return fault;
        if (to < from)
            return SettingFault.DaysReversed;
        if (to is { } last && last.DayNumber - from!.Value.DayNumber >= MostDays)
            return SettingFault.TooManyDays;
        return name.Length is 0 or > MostNameCharacters || name.Any(char.IsControl) ? SettingFault.NameMissing : SettingFault.None;
    }

    private static string Say(List<Holiday> days) => AuditFacts.Write((AuditFact.Day, days.Select(h => h.Day)), (AuditFact.IsWorked, days[0].IsWorked));
}
