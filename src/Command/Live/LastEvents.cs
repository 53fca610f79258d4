using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Live;

/// <summary>When each page's last event happened, to the slot; a page that was never heard of has null. Two seeks in the rollups for each page.</summary>
public static class LastEvents
{
    /// <summary>They stand where something fell due: nothing happened there, and it may be yet to come.</summary>
    private static readonly short[] atDue = [Metric.AnsweredInTime.Id, Metric.FellDue.Id, Metric.OverdueBegun.Id];

    public static async Task<Dictionary<int, DateTimeOffset?>> ReadAsync(CommandDb db, CancellationToken cancellation)
    {
        var rows = await db.Pages
            .Select(p => new
            {
                p.Id,
                Minutes = db.RollupFiveMinutes.Where(r => r.PageId == p.Id && !atDue.Contains(r.Metric)).OrderByDescending(r => r.SlotUtc).Select(r => (DateTimeOffset?)r.SlotUtc).FirstOrDefault(),
                Hour = db.RollupHours.Where(r => r.PageId == p.Id && !atDue.Contains(r.Metric)).OrderByDescending(r => r.SlotUtc).Select(r => (DateTimeOffset?)r.SlotUtc).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => r.Minutes ?? r.Hour);
    }
}
