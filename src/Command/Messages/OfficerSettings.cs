using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>Who gets a unit's overdue messages, from a day on: named by its chief, a commander or an administrator above it.</summary>
public sealed class OfficerSettings(CommandDb db, UnitRegistry units, UnitColleagues colleagues, Acts acts, TimeProvider time)
{
    private DateOnly Today => LocalTime.DayOf(time.GetUtcNow());

    /// <summary>Units whose officer the asker may name.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> UnitsAsync(Asker asker, CancellationToken cancellation)
    {
        var (tree, today) = (await units.TreeAsync(cancellation), Today);
        return [.. tree.Units.Keys.Where(id => Leads(asker, id, tree, today) && tree.VersionOn(id, today) is not null)
            .Select(id => (id, Name: tree.NameOf(id, today))).OrderBy(u => u.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The unit's officers, newest first; nothing when the unit is not for who asks.</summary>
    public async Task<IReadOnlyList<OfficerInCharge>> ListAsync(Asker asker, int unitId, CancellationToken cancellation) =>
        Leads(asker, unitId, await units.TreeAsync(cancellation), Today)
            ? await db.OfficersInCharge.AsNoTracking().Where(o => o.UnitId == unitId).OrderByDescending(o => o.From).ToListAsync(cancellation)
            : [];

    /// <summary>Those who work in the unit.</summary>
    public async Task<IReadOnlyList<Asker>> CandidatesAsync(Asker asker, int unitId, CancellationToken cancellation) =>
        Leads(asker, unitId, await units.TreeAsync(cancellation), Today) ? await colleagues.OfAsync(unitId, cancellation) : [];

    /// <summary>Who was named for today can be replaced today; a day to come has one row.</summary>
    /// <param name="personId">Null: nobody.</param>
    public Task<SettingFault> NameAsync(Asker asker, int unitId, int? personId, DateOnly? from, CancellationToken cancellation) => acts.RunAsync<SettingFault>(async () =>
    {
        var (tree, today) = (await units.TreeAsync(cancellation), Today);
        if (!Leads(asker, unitId, tree, today))
            return (SettingFault.OutOfSight, null);
        if (SettingDays.FromToday(from, today) is var fault and not SettingFault.None)
            return (fault, null);
        var officer = personId is null ? null : (await colleagues.OfAsync(unitId, cancellation)).FirstOrDefault(c => c.PersonId == personId);
        if (personId is not null && officer is null)
            return (SettingFault.PersonUnknown, null);
        var day = from!.Value;
        var before = await db.OfficersInCharge.AsNoTracking().Where(o => o.UnitId == unitId && o.From <= day).OrderByDescending(o => o.From).FirstOrDefaultAsync(cancellation);
        var row = await db.OfficersInCharge.SingleOrDefaultAsync(o => o.UnitId == unitId && o.From == day, cancellation);
        if (row is not null && day > today)
            return (SettingFault.Overlap, null);
        if (row is null)
            db.OfficersInCharge.Add(row = new OfficerInCharge { UnitId = unitId, From = day });
        (row.PersonId, row.Name) = (officer?.PersonId, officer?.Name);
        return (SettingFault.None, AuditEntry.By(asker, "officer.named", AuditFacts.Write((AuditFact.Unit, tree.Units[unitId].Key)), before: Say(before), after: Say(row)));
    }, cancellation);

    /// <summary>Only what has not begun.</summary>
    public Task<SettingFault> RemoveAsync(Asker asker, int unitId, DateOnly? from, CancellationToken cancellation) => acts.RunAsync<SettingFault>(async () =>
    {
        var (tree, today) = (await units.TreeAsync(cancellation), Today);
        if (!Leads(asker, unitId, tree, today))
            return (SettingFault.OutOfSight, null);
        if (await db.OfficersInCharge.SingleOrDefaultAsync(o => o.UnitId == unitId && o.From == from, cancellation) is not { } row)
            return (SettingFault.Gone, null);
        if (row.From <= today)
            return (SettingFault.Begun, null);
        db.OfficersInCharge.Remove(row);
        return (SettingFault.None, AuditEntry.By(asker, "officer.removed", AuditFacts.Write((AuditFact.Unit, tree.Units[unitId].Key)), before: Say(row)));
    }, cancellation);

    private static bool Leads(Asker asker, int unitId, UnitTree tree, DateOnly day) =>
        asker.Role is Role.Chief or Role.Commander or Role.Administrator && Sight.Of(asker, tree, day).SeesRecords(unitId);

    private static string? Say(OfficerInCharge? officer) => officer is null
        ? null
        : AuditFacts.Write((AuditFact.Officer, officer.Name), (AuditFact.Vacant, officer.Name is null ? true : null), (AuditFact.From, officer.From));
}
