using Command.Data;
using Command.Live;
using Command.People;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>
/// One act at the desk: a transaction that nobody writes beside, in which the conversation's rows, the audit log and the
/// rollups change together or not at all.
/// </summary>
public sealed class Desk(
    IDbContextFactory<CommandDb> databases, UnitRegistry units, AuditLog audit, ReplyTargetBook targets, LiveBoard board, TimeProvider time)
{
    /// <param name="version">Of the handling, as the actor saw it; null: the act changes no handling and minds nobody.</param>
    /// <param name="act">Null when it is done.</param>
    public async Task<DeskRefusal?> ActAsync(
        Asker asker, long conversationId, int? version, Func<DeskScene, Task<DeskRefusal?>> act, CancellationToken cancellation)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var today = LocalTime.DayOf(now);
        var tree = await units.TreeAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);

        var conversation = await db.Conversations.FindAsync([conversationId], cancellation);
        var sight = Sight.Of(asker, tree, today);
        if (conversation is null || tree.OwnerOn(conversation.PageId, today) is not { } unitId || !sight.MayWork(unitId))
            return new DeskRefusal(DeskFault.NotThere);
        var handling = await db.Handlings.FindAsync([conversationId], cancellation);
        if (version is { } seen && seen != (handling?.Version ?? 0))
            return new DeskRefusal(DeskFault.SomebodyWasFirst, handling?.LastBy, handling?.LastAct, handling?.LastAt);

        var scene = new DeskScene(db, asker, conversation, handling, unitId, tree, now, new Fold(await targets.ReadAsync(cancellation)), cancellation);
        if (await act(scene) is { } refusal)
            return refusal;
        foreach (var entry in scene.Entries)
            await audit.AppendAsync(db, entry, cancellation);
        await db.SaveChangesAsync(cancellation);
        var gains = scene.Fold.Gains.ToList();
        await RollupRows.AddAsync(db, gains, cancellation);
        var change = gains.Count > 0 || scene.HasMoved ? await db.CountChangeAsync(cancellation) : (long?)null;
        await turn.CommitAsync(cancellation);
        if (change is { } number)
            board.Changed([conversation.PageId], number);
        return null;
    }
}
