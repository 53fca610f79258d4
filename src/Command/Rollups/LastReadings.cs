using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>The last value that a platform told of each page, up to the end of a local day.</summary>
public static class LastReadings
{
    /// <returns>By page; null where nothing was told. What documents declare does not count.</returns>
    public static Task<Dictionary<int, double?>> ReadAsync(CommandDb db, int[] pages, Metric level, DateOnly lastDay, CancellationToken cancellation)
    {
        var (metric, end, readings) = (level.Id, LocalTime.StartOf(lastDay.AddDays(1)), db.Readings);
        return db.Pages.Where(p => EF.Parameter(pages).Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                Value = readings
                    .Where(r => r.PageId == p.Id && r.Metric == metric && r.At < end && r.Source != ReadingSource.Declared)
                    .OrderByDescending(r => r.At).ThenByDescending(r => r.Id)
                    .Select(r => (double?)r.Value).FirstOrDefault(),
            })
            .ToDictionaryAsync(p => p.Id, p => p.Value, cancellation);
    }
}
