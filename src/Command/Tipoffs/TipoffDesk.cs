using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>
/// Where tip-offs are worked on. Each step is one transaction that nobody writes beside: the row, its trail, the audit log and the counts stand or
/// fall together, and the change counter tells every screen.
/// </summary>
public sealed class TipoffDesk(
    IDbContextFactory<CommandDb> databases,
    UnitRegistry units,
    CalendarRegistry calendars,
    AuditLog audit,
    TipoffVault vault,
    TipoffSettings settings,
    RecheckLots lots,
    TimeProvider time)
{
    /// <summary>Enters a tip-off, also one made of a conversation. The same entry again gives the one that stands.</summary>
    public Task<TipoffResult> EnterAsync(NewTipoff entry, Asker asker, CancellationToken cancellation) => InTransactionAsync(
        async db =>
        {
            var from = await StandpointAsync(db, asker, cancellation);
            if (EntryRules.Refusal(entry, from, settings) is { } refusal)
                return new TipoffResult(null, refusal);
            var once = TipoffRegister.OnceKey(entry.Once);
            if (await db.Tipoffs.AsNoTracking().SingleOrDefaultAsync(t => t.OnceKey == once, cancellation) is { } standing)
                return from.Sight.SeesRecords(standing.CreditedUnitId) ? new TipoffResult(standing, null) : TipoffResult.Refused(RefusedFor.NotFound);
            var register = new TipoffRegister(db, from.Tree, from.Deadlines, vault, settings);
            var tipoff = await register.AddAsync(entry, asker.PersonId, asker.Name, from.Now, cancellation);
            await audit.AppendAsync(db, AuditEntry.By(asker, "tipoff.enter", tipoff.Number, after: Told(tipoff)), cancellation);
            return new TipoffResult(tipoff, null);
        },
        cancellation);

    /// <param name="number">As people name it.</param>
    /// <param name="seenVersion">The version that the asker saw: if another stands by now, nothing is done and he is told who did what.</param>
    public Task<TipoffResult> TakeStepAsync(string number, int seenVersion, Step step, Asker asker, CancellationToken cancellation) => InTransactionAsync(
        async db =>
        {
            if (await db.Tipoffs.SingleOrDefaultAsync(t => t.Number == number, cancellation) is not { } tipoff)
                return TipoffResult.Refused(RefusedFor.NotFound);
            var asking = await StandpointAsync(db, asker, cancellation) with { IsDrawn = lots.Draws(number, tipoff.Version) };
            var from = await AroundAsync(db, tipoff, step, asking, cancellation);
            if (!TipoffAccess.SeesRecord(tipoff, from))
                return TipoffResult.Refused(RefusedFor.NotFound);
            if (tipoff.Version != seenVersion)
                return await OvertakenAsync(db, tipoff, cancellation);
            var (next, refusal) = StepRules.Judge(tipoff, step, from);
            if (next is null)
                return new TipoffResult(null, refusal);
            await WriteAsync(db, tipoff, next, step, from, cancellation);
            return new TipoffResult(next, null);
        },
        cancellation);

    /// <summary>The words in clear, for one who may see them; that he looked is in the audit log before he reads.</summary>
    public async Task<(OpenWords? Words, StepRefusal? Refusal)> LookAsync(string number, Asker asker, CancellationToken cancellation)
    {
        OpenWords? words = null;
        var result = await InTransactionAsync(
            async db =>
            {
                var tipoff = await db.Tipoffs.AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancellation);
                if (tipoff is null)
                    return TipoffResult.Refused(RefusedFor.NotFound);
                var from = await AroundAsync(db, tipoff, null, await StandpointAsync(db, asker, cancellation), cancellation);
                if (!TipoffAccess.SeesWords(tipoff, from))
                    return TipoffResult.Refused(TipoffAccess.SeesRecord(tipoff, from) ? RefusedFor.NoRight : RefusedFor.NotFound);
                var stored = await db.TipoffWords.AsNoTracking().SingleOrDefaultAsync(w => w.TipoffId == tipoff.Id && w.ExpiresAt > from.Now, cancellation);
                words = vault.Open(stored);
                await audit.AppendAsync(db, AuditEntry.By(asker, "tipoff.look", tipoff.Number), cancellation);
                return new TipoffResult(tipoff, null);
            },
            cancellation);
        return result.Refusal is null ? (words, null) : (null, result.Refusal);
    }

    /// <summary>Who asks, where he stands; without what only one tip-off and one step add.</summary>
    internal async Task<Standpoint> StandpointAsync(CommandDb db, Asker asker, CancellationToken cancellation) => new(
        asker,
        await units.TreeAsync(cancellation),
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
        await DeadlineReader.ReadAsync(db, calendars, cancellation));

    internal static async Task<Standpoint> AroundAsync(CommandDb db, Tipoff tipoff, Step? step, Standpoint asking, CancellationToken cancellation) => asking with
    {
        Recipients = await db.TipoffRecipients.Where(r => r.TipoffId == tipoff.Id).Select(r => r.UnitId).ToListAsync(cancellation),
        HasOutcomes = await db.TipoffOutcomes.AnyAsync(o => o.TipoffId == tipoff.Id, cancellation),
        OthersAreNamed = tipoff.AssessedUnitId is { } unit && await NamedConfirmers.ExistAsync(db, unit, cancellation),
        Original = step?.DuplicateOf is { } number ? await OriginalAsync(db, number.Trim(), asking, cancellation) : null,
    };

    private static async Task<Tipoff?> OriginalAsync(CommandDb db, string number, Standpoint from, CancellationToken cancellation) =>
        await db.Tipoffs.AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancellation) is { } original
            && from.Sight.SeesRecords(original.CreditedUnitId) ? original : null;

    private static async Task<TipoffResult> OvertakenAsync(CommandDb db, Tipoff tipoff, CancellationToken cancellation)
    {
        var last = await db.TipoffSteps.AsNoTracking().SingleAsync(s => s.TipoffId == tipoff.Id && s.Number == tipoff.Version, cancellation);
        return new TipoffResult(null, new StepRefusal(RefusedFor.ChangedMeanwhile, last.Actor, last.Kind));
    }

    private async Task WriteAsync(CommandDb db, Tipoff tipoff, Tipoff next, Step step, Standpoint from, CancellationToken cancellation)
    {
        var (before, cell) = (Told(tipoff), TipoffCell.Of(tipoff));
        db.TipoffSteps.Add(StepTrail.Row(tipoff, next, step, from));
        await StepTrail.NoteAsync(db, tipoff, step, from, cancellation);
        db.Entry(tipoff).CurrentValues.SetValues(next);
        await audit.AppendAsync(db, AuditEntry.By(from.Asker, StepTrail.AuditAction(step.Kind), tipoff.Number, before: before, after: Told(next)), cancellation);
        await db.SaveChangesAsync(cancellation);
        await TipoffDayRows.MoveAsync(db, cell, TipoffCell.Of(next), cancellation);
    }

    private static string Told(Tipoff tipoff) => AuditFacts.Write((AuditFact.State, tipoff.State), (AuditFact.Verdict, tipoff.Verdict), (AuditFact.Version, tipoff.Version));

    internal async Task<TipoffResult> InTransactionAsync(Func<CommandDb, Task<TipoffResult>> act, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var result = await act(db);
        if (result.Refusal is not null)
            return result;
        await db.SaveChangesAsync(cancellation);
        await db.CountChangeAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return result;
    }
}
