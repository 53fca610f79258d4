using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>Pairing: a screen shows a code, a commander confirms it with one scope, the screen stays until it is revoked.</summary>
public sealed class Walls(CommandDb db, UnitRegistry units, Acts acts, Sessions sessions, TimeProvider time)
{
    private const int CodeGroups = 2;

    /// <summary>Anybody on the network may ask for a code; so few wait at once.</summary>
    private const int MostWaiting = 200;

    private const int MostLetters = 100;

    private static readonly TimeSpan codeLives = TimeSpan.FromMinutes(10);

    /// <summary>The device that keeps this secret; null: none, or a revoked one.</summary>
    public async Task<WallDevice?> OfAsync(string secret, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(secret);
        return await db.WallDevices.AsNoTracking().SingleOrDefaultAsync(w => w.SecretHash == hash && w.RevokedAt == null, cancellation);
    }

    /// <returns>The code to show; null: too many wait, try again in some minutes.</returns>
    public async Task<string?> WaitAsync(string secret, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.WallDevices.Where(w => w.PairedAt == null && w.CodeExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        if (await OfAsync(secret, cancellation) is { Code: { } standing })
            return standing;
        if (await db.WallDevices.CountAsync(w => w.PairedAt == null, cancellation) >= MostWaiting)
            return null;
        var wall = new WallDevice { SecretHash = Secrets.Hash(secret), Code = Secrets.NewCode(CodeGroups), CodeExpiresAt = now + codeLives };
        db.Add(wall);
        await db.SaveChangesAsync(cancellation);
        return wall.Code;
    }

    /// <returns>False: no screen shows this code, it has expired, or the scope is not the asker's to give.</returns>
    public async Task<bool> ConfirmAsync(Asker asker, string code, string name, int? unitId, CancellationToken cancellation)
    {
        var typed = Secrets.Typed(code);
        var now = time.GetUtcNow();
        if (name.Length is 0 or > MostLetters || !Pairs(asker) || !(await SightAsync(asker, cancellation)).Covers(unitId))
            return false;
        return await acts.RunAsync<bool>(async () =>
        {
            if (await db.WallDevices.SingleOrDefaultAsync(w => w.Code == typed && w.PairedAt == null && w.CodeExpiresAt > now, cancellation) is not { } wall)
                return (false, null);
            (wall.Code, wall.Name, wall.UnitId, wall.PairedAt, wall.PairedById) = (null, name, unitId, now, asker.PersonId);
            return (true, new AuditEntry("", "wall.paired", name, After: AuditFacts.Write(AuditFacts.OfUnit(unitId))));
        }, cancellation);
    }

    public async Task<bool> RevokeAsync(Asker asker, int id, CancellationToken cancellation)
    {
        var sight = await SightAsync(asker, cancellation);
        var revoked = Pairs(asker) && await acts.RunAsync<bool>(async () =>
        {
            if (await db.WallDevices.SingleOrDefaultAsync(w => w.Id == id && w.PairedAt != null && w.RevokedAt == null, cancellation) is not { } wall || !sight.Covers(wall.UnitId))
                return (false, null);
            wall.RevokedAt = time.GetUtcNow();
            return (true, new AuditEntry("", "wall.revoked", wall.Name));
        }, cancellation);
        if (revoked)
            sessions.Changed();
        return revoked;
    }

    /// <summary>Living ones within the asker's sight.</summary>
    public async Task<IReadOnlyList<WallDevice>> ListAsync(Asker asker, CancellationToken cancellation)
    {
        var sight = await SightAsync(asker, cancellation);
        var paired = await db.WallDevices.AsNoTracking().Where(w => w.PairedAt != null && w.RevokedAt == null).OrderBy(w => w.Name).ToListAsync(cancellation);
        return [.. paired.Where(w => sight.Covers(w.UnitId))];
    }

    private static bool Pairs(Asker asker) => asker.Role is Role.Commander or Role.Administrator;

    private async Task<Sight> SightAsync(Asker asker, CancellationToken cancellation) =>
        Sight.Of(asker, await units.TreeAsync(cancellation), LocalTime.DayOf(time.GetUtcNow()));
}
