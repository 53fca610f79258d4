using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>Weights as they were published.</summary>
public sealed record PublishedWeights(WeightsVersion Version, WeightSet Weights);

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

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PublishedWeights>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var versions = await db.WeightsVersions.AsNoTracking().OrderByDescending(v => v.Number).ToListAsync(cancellation);
        var weights = (await db.Weights.AsNoTracking().ToListAsync(cancellation)).ToLookup(w => w.Version);
        return [.. versions.Select(v => new PublishedWeights(v, Of(v.Number, weights[v.Number])))];
    }

    private static async Task<WeightSet> OfAsync(CommandDb db, int version, CancellationToken cancellation) =>
        Of(version, await db.Weights.AsNoTracking().Where(w => w.Version == version).ToListAsync(cancellation));

    private static WeightSet Of(int version, IEnumerable<Weight> weights) =>
        new(version, [.. LeaderboardMetric.Indicators.Join(weights, m => m.Name, w => w.Metric, (m, w) => new IndicatorWeight(m, w.Value, w.Scale))]);
}
