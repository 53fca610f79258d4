using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Units;

/// <summary>The tree as the database has it, read once and kept until something changed.</summary>
public sealed class UnitRegistry(IDbContextFactory<CommandDb> databases)
{
    private readonly Lock gate = new();
    private Task<UnitTree>? reading;

    public Task<UnitTree> TreeAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (reading is null or { IsFaulted: true })
                reading = Task.Run(ReadAsync, CancellationToken.None);
            return reading.WaitAsync(cancellation);
        }
    }

    /// <summary>Whoever changed units, pages or owners says so after the commit. A reading under way is not kept.</summary>
    public void Changed()
    {
        lock (gate)
            reading = null;
    }

    private async Task<UnitTree> ReadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return UnitTree.Of(
            await db.Units.AsNoTracking().ToListAsync(),
            await db.UnitVersions.AsNoTracking().ToListAsync(),
            await db.Pages.AsNoTracking().ToListAsync(),
            await db.PageOwners.AsNoTracking().ToListAsync());
    }
}
