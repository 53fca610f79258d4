using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>A conversation that waits, and when its first message falls due.</summary>
public readonly record struct OpenWait(int PageId, DateTimeOffset DueAt);

/// <summary>Reads those that can have fallen due: whoever began to wait a moment ago is left out.</summary>
public static class OpenWaits
{
    /// <param name="pages">Null: all.</param>
    /// <returns>All that fell due by this instant; some that did not.</returns>
    public static async Task<IReadOnlyList<OpenWait>> ReadAsync(
        CommandDb db, int[]? pages, DateTimeOffset now, ReplyTargets targets, CancellationToken cancellation)
    {
        var before = now - targets.Shortest;
        var rows = await (
            from c in db.Conversations.AsNoTracking()
            where c.WaitingSince != null && c.WaitingSince <= before && (pages == null || EF.Parameter(pages).Contains(c.PageId))
            join h in db.Handlings.AsNoTracking() on c.Id equals h.ConversationId into handled
            from handling in handled.DefaultIfEmpty()
            select new { c.PageId, Since = c.WaitingSince!.Value, c.WaitingKind, HandledSince = (DateTimeOffset?)handling!.Since, Decided = handling!.Kind }).ToListAsync(cancellation);
        return [.. rows.Select(r => new OpenWait(r.PageId, targets.DueAt(r.PageId, (r.Since <= r.HandledSince ? r.Decided : null) ?? r.WaitingKind ?? MessageKind.Unclassified, r.Since)))];
    }
}
