using System.Globalization;
using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>Names officers in charge and sets targets. What held before goes on holding for the days it held.</summary>
public sealed class QueueSettings(IDbContextFactory<CommandDb> databases, UnitRegistry units, AuditLog audit, TimeProvider time)
{
    private const int MostMinutes = 60 * 24 * 60;

    /// <summary>From today on. By a chief or commander whose unit it is or stands under his.</summary>
    /// <param name="officer">Null: nobody.</param>
    /// <returns>False when it is not for who asks, or the officer may not work there.</returns>
    public async Task<bool> NameOfficerAsync(Asker asker, int unitId, Asker? officer, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var tree = await units.TreeAsync(cancellation);
        if (!Leads(asker, unitId, tree, today) || (officer is not null && !Sight.Of(officer, tree, today).MayWork(unitId)))
            return false;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var row = await db.OfficersInCharge.FindAsync([unitId, today], cancellation);
        if (row is null)
            db.OfficersInCharge.Add(row = new OfficerInCharge { UnitId = unitId, From = today });
        (row.PersonId, row.Name) = (officer?.PersonId, officer?.Name);
        await audit.AppendAsync(db, new AuditEntry(asker.Name, "officer.named", tree.Units[unitId].Key, After: officer?.Name), cancellation);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Holds from the rule's first day on; the one before it ends the day before.</summary>
    /// <returns>False when it is not for who asks, or no time that can be kept.</returns>
    public async Task<bool> SetTargetAsync(Asker asker, int unitId, MessageKind? kind, DateOnly from, int minutes, TargetMeasure measure, CancellationToken cancellation)
    {
        var tree = await units.TreeAsync(cancellation);
        if (!Leads(asker, unitId, tree, LocalTime.DayOf(time.GetUtcNow())) || minutes is < 1 or > MostMinutes || !Enum.IsDefined(measure))
            return false;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var dated = await db.ReplyTargetRules.Where(r => r.UnitId == unitId && r.Kind == kind).ToListAsync(cancellation);
        var before = dated.Where(r => r.From < from).MaxBy(r => r.From);
        var rule = dated.Find(r => r.From == from);
        if (rule is null)
            db.ReplyTargetRules.Add(rule = new ReplyTargetRule { UnitId = unitId, Kind = kind, From = from });
        (rule.Minutes, rule.Measure) = (minutes, measure);
        if (before is not null && !(before.To < from))
            before.To = from.AddDays(-1);
        await audit.AppendAsync(
            db,
            new AuditEntry(asker.Name, "target.set", tree.Units[unitId].Key, Before: Say(before), After: Say(rule)),
            cancellation);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return true;
    }

    private static bool Leads(Asker asker, int unitId, UnitTree tree, DateOnly day) =>
        asker.Role is Role.Chief or Role.Commander or Role.Administrator && Sight.Of(asker, tree, day).SeesRecords(unitId);

    private static string? Say(ReplyTargetRule? rule) =>
        rule is null ? null : string.Create(CultureInfo.InvariantCulture, $"{rule.Kind?.ToString() ?? "every kind"}: {rule.Minutes} min {rule.Measure} from {rule.From:yyyy-MM-dd}");
}
