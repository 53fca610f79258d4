using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>Whom the issued API keys stand for.</summary>
public sealed class KeyBearers(IDbContextFactory<CommandDb> databases)
{
    /// <returns>Null: unknown or revoked.</returns>
    public async Task<Asker?> FindAsync(string key, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(key);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.KeyHash == hash && k.RevokedAt == null, cancellation) is { } found
            ? new Asker(Role.Key, found.UnitId, Name: found.Name)
            : null;
    }
}
