using System.Globalization;
using System.Security.Claims;
using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>
/// Whether who was let in may still be in: asked at each request, and by each open screen when somebody's rights
/// changed here or, on other nodes, some seconds later.
/// </summary>
public sealed class Sessions(IDbContextFactory<CommandDb> databases, SessionSettings settings, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<Func<Task>> screens = [];

    public async Task<bool> IsAliveAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        if (AskerClaims.Read(principal) is not { } asker)
            return false;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (asker.Role == Role.Wall)
            return principal.FindFirstValue(AskerClaims.Stamp) is { } wall && await db.WallDevices.AnyAsync(w => w.Id == int.Parse(wall, CultureInfo.InvariantCulture) && w.RevokedAt == null, cancellation);
        return long.TryParse(principal.FindFirstValue(AskerClaims.Since), out var since)
            && time.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(since) + settings.Longest
            && await db.Users.Where(p => p.Id == asker.PersonId).Select(p => p.SecurityStamp).SingleOrDefaultAsync(cancellation) is { } stamp
            && stamp == principal.FindFirstValue(AskerClaims.Stamp);
    }

    /// <summary>Whoever changed a person or a wall says so after the commit.</summary>
    public void Changed()
    {
        Func<Task>[] told;
        lock (gate)
            told = [.. screens];
        foreach (var screen in told)
            _ = Task.Run(screen);
    }

    /// <summary>Dispose to stop.</summary>
    public IDisposable Subscribe(Func<Task> changed)
    {
        lock (gate)
            screens.Add(changed);
        return new Subscription(this, changed);
    }

    private sealed class Subscription(Sessions sessions, Func<Task> screen) : IDisposable
    {
        public void Dispose()
        {
            lock (sessions.gate)
                sessions.screens.Remove(screen);
        }
    }
}
