using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>Reads what was sealed.</summary>
public sealed class SealedBoards(IDbContextFactory<CommandDb> databases)
{
    public async Task<SealedLeaderboard?> FindAsync(LeaderboardAsk ask, CancellationToken cancellation)
    {
        var (group, period, metric) = (ask.Group, ask.Period.Key, ask.Metric.Name);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.SealedLeaderboards.AsNoTracking().SingleOrDefaultAsync(b => b.PeerGroup == group && b.Period == period && b.Metric == metric, cancellation);
    }

    /// <summary>How the group lay in the last sealed period that ended before this day; null: none was sealed.</summary>
    public async Task<Prior?> LastPriorAsync(string group, LeaderboardMetric metric, DateOnly before, CancellationToken cancellation)
    {
        var name = metric.Name;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db.SealedLeaderboards.AsNoTracking()
            .Where(b => b.PeerGroup == group && b.Metric == name && b.To < before)
            .OrderByDescending(b => b.To).ThenByDescending(b => b.Id)
            .Select(b => new { b.Period, b.Content })
            .FirstOrDefaultAsync(cancellation);
        return last is not null && SealedContent.Read(last.Content).Prior is { } prior ? prior with { SealedPeriod = prior.SealedPeriod ?? last.Period } : null;
    }

    /// <summary>Objections to what was sealed, the oldest first.</summary>
    public async Task<IReadOnlyList<Appeal>> AppealsAsync(int sealedId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Appeals.AsNoTracking().Where(a => a.SealedLeaderboardId == sealedId).OrderBy(a => a.Id).ToListAsync(cancellation);
    }
}
