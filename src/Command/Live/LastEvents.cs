using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Live;

/// <summary>When each page's last event happened, to the slot; a page that was never heard of has null. Two seeks in the rollups for each page.</summary>
public static class LastEvents
{
    public static async Task<Dictionary<int, DateTimeOffset?>> ReadAsync(CommandDb db, CancellationToken cancellation)
    {
        var rows = await db.Pages
            .Select(p => new
            {
                p.Id,
                Minutes = db.RollupFiveMinutes.Where(r => r.PageId == p.Id).Max(r => (DateTimeOffset?)r.SlotUtc),
                Hour = db.RollupHours.Where(r => r.PageId == p.Id).Max(r => (DateTimeOffset?)r.SlotUtc),
            })
            .ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => r.Minutes ?? r.Hour);
    }
}
