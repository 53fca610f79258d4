using Command.Data;
using Command.Periods;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>How far apart the units of a group lay in a sealed year, chance taken off.</summary>
/// <param name="Value">One standard deviation, in the metric's own unit.</param>
/// <param name="Groups">Groups sealed in that year; the value is of the one in the middle.</param>
/// <param name="Units">Those ranked in it.</param>
/// <param name="Count">All they counted, of <paramref name="Of"/>.</param>
public sealed record SealedSpread(string Period, double Value, int Groups, int Units, double Count, double Of);

/// <summary>Reads what was sealed.</summary>
public sealed class SealedBoards(IDbContextFactory<CommandDb> databases)
{
    private const int DaysOfYear = 364;

    public async Task<SealedLeaderboard?> FindAsync(LeaderboardAsk ask, CancellationToken cancellation)
    {
        var (group, period, metric) = (ask.Group, ask.Period.Key, ask.Metric.Name);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.SealedLeaderboards.AsNoTracking().SingleOrDefaultAsync(b => b.PeerGroup == group && b.Period == period && b.Metric == metric, cancellation);
    }

    /// <summary>How the group lay in the last sealed period that ended before this one, told over as many days; null: none was sealed.</summary>
    public async Task<Prior?> LastPriorAsync(string group, LeaderboardMetric metric, Period period, CancellationToken cancellation)
    {
        var (name, before) = (metric.Name, period.From);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db.SealedLeaderboards.AsNoTracking()
            .Where(b => b.PeerGroup == group && b.Metric == name && b.To < before)
            .OrderByDescending(b => b.To).ThenByDescending(b => b.Id)
            .Select(b => new { b.Period, b.From, b.To, b.Content })
            .FirstOrDefaultAsync(cancellation);
        if (last is null || SealedContent.Read(last.Content).Prior is not { } prior)
            return null;
        var days = last.To.DayNumber - last.From.DayNumber + 1;
        return (metric.GrowsWithDays ? prior.Over((double)period.Days / days) : prior) with { SealedPeriod = prior.SealedPeriod ?? last.Period };
    }

    /// <summary>Of each indicator in the last sealed year, the middle one of all groups, no less than its floor: what a scale is taken from.</summary>
    public async Task<IReadOnlyDictionary<LeaderboardMetric, SealedSpread>> SpreadsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var spreads = new Dictionary<LeaderboardMetric, SealedSpread>();
        foreach (var metric in LeaderboardMetric.Indicators)
        {
            var name = metric.Name;
            var years = db.SealedLeaderboards.AsNoTracking().Where(b => b.Metric == name && b.From <= b.To.AddDays(-DaysOfYear));
            if (await years.OrderByDescending(b => b.To).ThenBy(b => b.Period).Select(b => b.Period).FirstOrDefaultAsync(cancellation) is not { } period)
                continue;
            var contents = await years.Where(b => b.Period == period).Select(b => b.Content).ToListAsync(cancellation);
            var apart = contents.Select(SealedContent.Read).Select(c => (Value: c.Prior?.Spread(metric.Form), c.Rows)).Where(g => g.Value is not null).OrderBy(g => g.Value).ToList();
            if (apart.Count == 0)
                continue;
            var (value, rows) = apart[apart.Count / 2];
            spreads.Add(metric, new SealedSpread(period, Math.Max(metric.LeastScale, value!.Value), apart.Count, rows.Count, rows.Sum(r => r.Count), rows.Sum(r => r.Of ?? 0)));
        }

        return spreads;
    }

    /// <summary>Objections to what was sealed, the oldest first.</summary>
    public async Task<IReadOnlyList<Appeal>> AppealsAsync(int sealedId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Appeals.AsNoTracking().Where(a => a.SealedLeaderboardId == sealedId).OrderBy(a => a.Id).ToListAsync(cancellation);
    }
}
