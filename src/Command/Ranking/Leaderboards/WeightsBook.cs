using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>The published weights of the composite score; the highest version holds.</summary>
public sealed class WeightsBook(IDbContextFactory<CommandDb> databases)
{
    public async Task<WeightSet> CurrentAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await OfAsync(db, await db.WeightsVersions.MaxAsync(v => v.Number, cancellation), cancellation);
    }

    /// <summary>As they were in that version.</summary>
    public async Task<WeightSet> OfAsync(int version, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await OfAsync(db, version, cancellation);
    }

    private static async Task<WeightSet> OfAsync(CommandDb db, int version, CancellationToken cancellation)
    {
        var weights = await db.Weights.AsNoTracking().Where(w => w.Version == version).ToListAsync(cancellation);
        return new WeightSet(version, [.. LeaderboardMetric.Indicators.Join(weights, m => m.Name, w => w.Metric, (m, w) => new IndicatorWeight(m, w.Value, w.Scale))]);
    }
}
