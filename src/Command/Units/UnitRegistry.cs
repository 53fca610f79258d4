using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Units;

/// <summary>The tree as the database has it, read once and kept until something changed.</summary>
public sealed class UnitRegistry(IDbContextFactory<CommandDb> databases)
{
    private readonly Lock gate = new();
    private Task<(UnitTree Tree, Restatement Restatement)>? reading;

    public async Task<UnitTree> TreeAsync(CancellationToken cancellation) => (await KeptAsync(cancellation)).Tree;

    /// <summary>The same with old units' figures in the order of a day.</summary>
    public async Task<RestatedTree> RestatedAsync(DateOnly order, CancellationToken cancellation)
    {
        var (tree, restatement) = await KeptAsync(cancellation);
        return new RestatedTree(tree, restatement, order);
    }

    /// <summary>Whoever changed units, pages, owners or successions says so after the commit. A reading under way is not kept.</summary>
    public void Changed()
    {
        lock (gate)
            reading = null;
    }

    private Task<(UnitTree Tree, Restatement Restatement)> KeptAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (reading is null or { IsFaulted: true })
                reading = Task.Run(ReadAsync, CancellationToken.None);
            return reading.WaitAsync(cancellation);
        }
    }

    private async Task<(UnitTree Tree, Restatement Restatement)> ReadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var tree = UnitTree.Of(
            await db.Units.AsNoTracking().ToListAsync(),
            await db.UnitVersions.AsNoTracking().ToListAsync(),
            await db.Pages.AsNoTracking().ToListAsync(),
            await db.PageOwners.AsNoTracking().ToListAsync());
        return (tree, Restatement.Of(await db.Successions.AsNoTracking().ToListAsync()));
    }
}
