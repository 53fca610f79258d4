using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>One tip-off as one reader may see it, without words.</summary>
/// <param name="Offered">Steps whose buttons he gets.</param>
/// <param name="HasWords">Words or a place stand and have not expired.</param>
public sealed record TipoffRecord(
    Tipoff Tipoff,
    string UnitName,
    string? PageName,
    string? OriginalNumber,
    IReadOnlyList<TipoffStep> Trail,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<TipoffOutcome> Outcomes,
    IReadOnlyList<StepKind> Offered,
    bool MaySeeWords,
    bool HasWords,
    IReadOnlyList<AttachmentLine> Attachments,
    DateTimeOffset Now)
{
    /// <summary>He works in the credited unit or above it.</summary>
    public bool MayAttach { get; init; }

    /// <summary>Files that came with the messages, in their order.</summary>
    public IReadOnlyList<TipoffCopy> Copies { get; init; } = [];
}

/// <summary>One file of a tip-off, without what is in it.</summary>
/// <param name="Length">Bytes.</param>
public sealed record AttachmentLine(long Id, string ContentType, int Length);

/// <summary>How often second looks agreed.</summary>
public sealed record Agreement(int Agreed, int Looked)
{
    public double? Rate => Looked == 0 ? null : (double)Agreed / Looked;
}

/// <summary>Reads single tip-offs and what was put up, with the rules that say who may.</summary>
public sealed class TipoffRecordQuery(IDbContextFactory<CommandDb> databases, UnitRegistry registry, TipoffDesk desk, TipoffListQuery list)
{
    /// <summary>Null: there is none in his sight.</summary>
    public async Task<TipoffRecord?> ReadAsync(string number, Asker asker, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var tipoff = await db.Tipoffs.AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancellation);
        if (tipoff is null)
            return null;
        var from = await TipoffDesk.AroundAsync(db, tipoff, null, await desk.StandpointAsync(db, asker, cancellation), cancellation);
        if (!TipoffAccess.SeesRecord(tipoff, from))
            return null;
        return new TipoffRecord(
            tipoff,
            from.Tree.NameOf(tipoff.CreditedUnitId, from.Today),
            tipoff.PageId is { } page && from.Tree.Pages.TryGetValue(page, out var known) ? known.Name ?? known.ExternalId : null,
            tipoff.DuplicateOfId is { } original ? await db.Tipoffs.Where(t => t.Id == original).Select(t => t.Number).SingleAsync(cancellation) : null,
            await TrailAsync(db, tipoff.Id, from, cancellation),
            [.. from.Recipients.Select(id => from.Tree.NameOf(id, from.Today))],
            await db.TipoffOutcomes.AsNoTracking().Where(o => o.TipoffId == tipoff.Id).ToListAsync(cancellation),
            StepRules.Offered(tipoff, from),
            TipoffAccess.SeesWords(tipoff, from),
            await db.TipoffWords.AnyAsync(w => w.TipoffId == tipoff.Id && w.ExpiresAt > from.Now, cancellation),
            await db.TipoffAttachments.Where(a => a.TipoffId == tipoff.Id && a.ExpiresAt > from.Now).OrderBy(a => a.Id)
                .Select(a => new AttachmentLine(a.Id, a.ContentType, a.Length)).ToListAsync(cancellation),
            from.Now)
        {
            MayAttach = from.Sight.MayWork(tipoff.CreditedUnitId),
            Copies = await db.TipoffCopies.AsNoTracking().Where(c => c.TipoffId == tipoff.Id && c.ExpiresAt > from.Now).OrderBy(c => c.Position).ToListAsync(cancellation),
        };
    }

    /// <summary>A step that forwarded names the unit; its key says nothing to people.</summary>
    private static async Task<IReadOnlyList<TipoffStep>> TrailAsync(CommandDb db, long tipoffId, Standpoint from, CancellationToken cancellation)
    {
        var trail = await db.TipoffSteps.AsNoTracking().Where(s => s.TipoffId == tipoffId).OrderBy(s => s.Number).ToListAsync(cancellation);
        foreach (var step in trail.Where(s => s.Kind == StepKind.Forward))
            step.Detail = step.Detail is { } key && from.Tree.Find(key) is { } unit ? from.Tree.NameOf(unit.Id, from.Today) : step.Detail;
        return trail;
    }

    /// <summary>What waits for this asker as the second person.</summary>
    public Task<IReadOnlyList<TipoffLine>> PutUpAsync(Asker asker, CancellationToken cancellation) => list.PutUpAsync(
        asker,
        async (db, tipoff, token) => await TipoffDesk.AroundAsync(db, tipoff, null, await desk.StandpointAsync(db, asker, token), token),
        cancellation);

    /// <summary>Of second looks taken in these days at what a unit and all under it were credited with.</summary>
    /// <param name="unitId">Null: all units.</param>
    public async Task<Agreement> AgreementAsync(int? unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (agreed, looked) = (0, 0);
        foreach (var span in tree.UnitsUnder(unitId, from, to))
        {
            var (begin, end) = (LocalTime.StartOf(span.From), LocalTime.StartOf(span.To.AddDays(1)));
            int[] units = [.. span.Units];
            var looks = db.TipoffSteps
                .Where(s => (s.Kind == StepKind.Agree || s.Kind == StepKind.Disagree) && s.At >= begin && s.At < end)
                .Join(db.Tipoffs.Where(t => EF.Parameter(units).Contains(t.CreditedUnitId)), s => s.TipoffId, t => t.Id, (s, _) => s);
            agreed += await looks.CountAsync(s => s.Kind == StepKind.Agree, cancellation);
            looked += await looks.CountAsync(cancellation);
        }

        return new Agreement(agreed, looked);
    }
}
