using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>API keys that an administrator makes: shown once, stored hashed, of one scope, revocable.</summary>
public sealed class IssuedKeys(CommandDb db, UnitRegistry units, Acts acts, TimeProvider time)
{
    private const int MostLetters = 100;

    /// <returns>The key, to be shown once; null: no name, or a scope that is not the asker's to give.</returns>
    public async Task<string?> MakeAsync(Asker asker, string name, int? unitId, CancellationToken cancellation)
    {
        if (name.Length is 0 or > MostLetters || asker.Role != Role.Administrator || !(await SightAsync(asker, cancellation)).Covers(unitId))
            return null;
        var key = Secrets.New();
        return await acts.RunAsync<string>(() =>
        {
            db.Add(new ApiKey { Name = name, KeyHash = Secrets.Hash(key), UnitId = unitId, MadeAt = time.GetUtcNow(), MadeById = asker.PersonId });
            return Task.FromResult((key, (AuditEntry?)new AuditEntry("", "key.made", name, After: AuditFacts.Write(AuditFacts.OfUnit(unitId)))));
        }, cancellation);
    }

    public async Task<bool> RevokeAsync(Asker asker, int id, CancellationToken cancellation)
    {
        var sight = await SightAsync(asker, cancellation);
        return asker.Role == Role.Administrator && await acts.RunAsync<bool>(async () =>
        {
            if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id && k.RevokedAt == null, cancellation) is not { } key || !sight.Covers(key.UnitId))
                return (false, null);
            key.RevokedAt = time.GetUtcNow();
            return (true, new AuditEntry("", "key.revoked", key.Name));
        }, cancellation);
    }

    /// <summary>Living ones within the asker's sight.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(Asker asker, CancellationToken cancellation)
    {
        var sight = await SightAsync(asker, cancellation);
        var living = await db.ApiKeys.AsNoTracking().Where(k => k.RevokedAt == null).OrderBy(k => k.Name).ToListAsync(cancellation);
        return [.. living.Where(k => sight.Covers(k.UnitId))];
    }

    private async Task<Sight> SightAsync(Asker asker, CancellationToken cancellation) =>
        Sight.Of(asker, await units.TreeAsync(cancellation), LocalTime.DayOf(time.GetUtcNow()));
}
