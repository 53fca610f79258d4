using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>A closing that waits for a second person's look.</summary>
/// <param name="Version">Of the conversation's handling, to act on what was seen.</param>
/// <param name="IsOwn">The asker closed it himself.</param>
public sealed record ClosingLine(long ConversationId, string UnitName, CloseReason Reason, string? Note, DateTimeOffset ClosedAt, string ClosedBy, int Version, bool IsOwn);

/// <summary>Closings that were drawn by lot and wait, oldest first; and of those looked at, how many were found right.</summary>
public sealed record SecondLooks(IReadOnlyList<ClosingLine> Lines, int Looked, int Agreed);

/// <summary>The second looks in the asker's sight.</summary>
public sealed class ClosingQuery(IDbContextFactory<CommandDb> databases, UnitRegistry units, TimeProvider time)
{
    private const int MostLines = 100;

    public async Task<SecondLooks> ReadAsync(Asker asker, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var tree = await units.TreeAsync(cancellation);
        var sight = Sight.Of(asker, tree, today);
        var owners = tree.PagesUnder(sight.RootUnitId, today)
            .Select(page => (Page: page, Owner: tree.OwnerOn(page, today)))
            .Where(p => p.Owner is { } owner && sight.MayWork(owner))
            .ToDictionary(p => p.Page, p => p.Owner!.Value);
        if (owners.Count == 0)
            return new SecondLooks([], 0, 0);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        int[] pages = [.. owners.Keys];
        var drawn = db.Closings.AsNoTracking().Where(c => c.IsDrawn && EF.Parameter(pages).Contains(c.PageId));
        var rows = await (
            from c in drawn
            join h in db.Handlings on c.ConversationId equals h.ConversationId
            where c.Agreed == null
            orderby c.ClosedAt, c.EventId
            select new { Closing = c, h.Version }).Take(MostLines).ToListAsync(cancellation);
        return new SecondLooks(
            [.. rows.Select(r => new ClosingLine(
                r.Closing.ConversationId, tree.NameOf(owners[r.Closing.PageId], today), r.Closing.Reason, r.Closing.Note, r.Closing.ClosedAt, r.Closing.ClosedBy, r.Version, r.Closing.ClosedById == asker.PersonId))],
            await drawn.CountAsync(c => c.Agreed != null, cancellation),
            await drawn.CountAsync(c => c.Agreed == true, cancellation));
    }
}
