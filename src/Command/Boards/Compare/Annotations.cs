using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Boards.Compare;

/// <summary>Notes on days, made by commanders and administrators for the units they cover and read by whoever they concern.</summary>
public sealed class Annotations(IDbContextFactory<CommandDb> databases, UnitRegistry registry, AuditLog audit, TimeProvider time)
{
    private const int MostDays = 366;

    /// <summary>A note on everybody's days is made by who sees everybody.</summary>
    public static bool MayMake(Sight sight, int? unitId) => MakesAny(sight) && sight.Covers(unitId);

    public static bool MakesAny(Sight sight) => sight.Asker.Role is Role.Commander or Role.Administrator;

    /// <summary>Those that overlap the days and concern these units, what stands above them or below, as far as the asker's sight goes.</summary>
    public async Task<IReadOnlyList<Annotation>> ReadAsync(
        Sight sight, UnitTree tree, IReadOnlyCollection<int> units, DateOnly from, DateOnly to, DateOnly day, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var all = await db.Annotations.AsNoTracking().Where(a => a.From <= to && a.To >= from).OrderBy(a => a.From).ThenBy(a => a.Id).ToListAsync(cancellation);
        return [.. all.Where(a => a.UnitId is not { } about || (Concerns(about) && IsInSight(about)))];

        bool Concerns(int about) => units.Any(unit => tree.IsUnder(unit, about, day) || tree.IsUnder(about, unit, day));

        bool IsInSight(int about) => sight.SeesCounts(about) || (sight.RootUnitId is { } own && tree.IsUnder(own, about, day));
    }

    /// <returns>False: it is not the asker's to make, or it says nothing.</returns>
    public async Task<bool> MakeAsync(Asker asker, Annotation annotation, CancellationToken cancellation)
    {
        var text = annotation.Text.Trim();
        if (text.Length is 0 or > Annotation.LongestText || annotation.To < annotation.From || annotation.To.DayNumber - annotation.From.DayNumber > MostDays
            || !Enum.IsDefined(annotation.Kind) || !MayMake(await SightAsync(asker, cancellation), annotation.UnitId))
            return false;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var made = new Annotation
        {
            From = annotation.From,
            To = annotation.To,
            UnitId = annotation.UnitId,
            Kind = annotation.Kind,
            Text = text,
            MadeBy = asker.Name,
            MadeAt = time.GetUtcNow(),
        };
        db.Add(made);
        await audit.AppendAsync(db, AuditEntry.By(asker, "annotation.made", Days(made), after: Content(made)), cancellation);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return true;
    }

    /// <returns>False: it is gone already, or it is not the asker's to remove.</returns>
    public async Task<bool> RemoveAsync(Asker asker, int id, CancellationToken cancellation)
    {
        var sight = await SightAsync(asker, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        if (await db.Annotations.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } standing || !MayMake(sight, standing.UnitId))
            return false;
        db.Remove(standing);
        await audit.AppendAsync(db, AuditEntry.By(asker, "annotation.removed", Days(standing), before: Content(standing)), cancellation);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return true;
    }

    private async Task<Sight> SightAsync(Asker asker, CancellationToken cancellation) =>
        Sight.Of(asker, await registry.TreeAsync(cancellation), LocalTime.DayOf(time.GetUtcNow()));

    private static string Days(Annotation annotation) => AuditFacts.Write((AuditFact.From, annotation.From), (AuditFact.To, annotation.To));

    private static string Content(Annotation annotation) =>
        AuditFacts.Write(
        (AuditFact.Annotation, annotation.Kind),
        AuditFacts.OfUnit(annotation.UnitId),
        (AuditFact.Note, annotation.Text));
}
