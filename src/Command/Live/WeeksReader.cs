using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Live;

/// <summary>The shape of a page's past weeks; see <see cref="PageHistory"/>.</summary>
internal sealed record Weeks(
    DateOnly? FirstDay,
    IReadOnlyList<long> MessagesByDay,
    IReadOnlyList<long> MessagesByWeekHour,
    IReadOnlyList<DayCounts> SameWeekdays)
{
    public static readonly Weeks Nothing = new(null, new long[WeeksReader.SparkDays], new long[7 * 24], []);
}

/// <summary>Reads what changes only when an hour is whole: days for sparklines, weekday and hour for the heatmap, same weekdays for the noise.</summary>
internal sealed class WeeksReader(CommandDb db, int[] pages)
{
    public const int SparkDays = 14;
    private const int HeatDays = 28;
    private const int SameWeekdays = 8;

    public async Task<Dictionary<int, Weeks>> ReadAsync(DateOnly today, DateTimeOffset cut, CancellationToken cancellation)
    {
        var firstDays = await FirstDaysAsync(cancellation);
        var byDay = await ByDayAsync(today, cancellation);
        var byWeekHour = await ByWeekHourAsync(today, cancellation);
        var hours = (int)(cut - LocalTime.StartOf(today)).TotalHours;
        var sameWeekdays = new List<Dictionary<int, DayCounts>>();
        for (var week = 1; week <= SameWeekdays; week++)
        {
            var start = LocalTime.StartOf(today.AddDays(-7 * week));
            sameWeekdays.Add(hours == 0 ? [] : await DayReader.ReadAsync(db, pages, start, start.AddHours(hours), cancellation));
        }

        return pages.ToDictionary(id => id, id => new Weeks(
            firstDays.GetValueOrDefault(id),
            byDay.GetValueOrDefault(id) ?? Weeks.Nothing.MessagesByDay,
            byWeekHour.GetValueOrDefault(id) ?? Weeks.Nothing.MessagesByWeekHour,
            [.. sameWeekdays.Select(day => day.GetValueOrDefault(id) ?? DayCounts.Nothing)]));
    }

    private async Task<Dictionary<int, DateOnly?>> FirstDaysAsync(CancellationToken cancellation) =>
        await db.Pages
            .Select(p => new { p.Id, First = db.RollupDays.Where(r => r.PageId == p.Id).Min(r => (DateOnly?)r.Day) })
            .ToDictionaryAsync(p => p.Id, p => p.First, cancellation);

    private async Task<Dictionary<int, long[]>> ByDayAsync(DateOnly today, CancellationToken cancellation)
    {
        var from = today.AddDays(-SparkDays);
        var rows = await db.RollupDays
            .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.Day >= from && r.Day < today && r.Metric == Metric.Messages.Id)
            .Select(r => new { r.PageId, r.Day, r.Count })
            .ToListAsync(cancellation);
        return Spread(rows.Select(r => (r.PageId, r.Day.DayNumber - from.DayNumber, r.Count)), SparkDays);
    }

    private async Task<Dictionary<int, long[]>> ByWeekHourAsync(DateOnly today, CancellationToken cancellation)
    {
        var from = LocalTime.StartOf(today.AddDays(-HeatDays));
        var to = LocalTime.StartOf(today);
        var rows = await db.RollupHours
            .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.SlotUtc >= from && r.SlotUtc < to && r.Metric == Metric.Messages.Id)
            .Select(r => new { r.PageId, r.SlotUtc, r.Count })
            .ToListAsync(cancellation);
        return Spread(rows.Select(r => (r.PageId, WeekHour(r.SlotUtc), r.Count)), 7 * 24);
    }

    private static int WeekHour(DateTimeOffset slot)
    {
        var local = LocalTime.ToLocal(slot);
        return ((int)local.DayOfWeek + 6) % 7 * 24 + local.Hour;
    }

    private static Dictionary<int, long[]> Spread(IEnumerable<(int PageId, int Index, long Count)> rows, int length)
    {
        var spread = new Dictionary<int, long[]>();
        foreach (var (pageId, index, count) in rows)
        {
            if (!spread.TryGetValue(pageId, out var cells))
                spread[pageId] = cells = new long[length];
            cells[index] += count;
        }

        return spread;
    }
}
