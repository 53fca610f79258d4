using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>Who works in a unit, and so may be given what waits there.</summary>
public sealed class UnitColleagues(IDbContextFactory<CommandDb> databases)
{
    public async Task<IReadOnlyList<Asker>> OfAsync(int unitId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var people = await db.Users.AsNoTracking()
            .Where(p => p.UnitId == unitId && (p.Role == Role.Commander || p.Role == Role.Chief || p.Role == Role.Staff) && p.LockoutEnd != DateTimeOffset.MaxValue)
            .OrderBy(p => p.DisplayName)
            .ToListAsync(cancellation);
        return [.. people.Select(p => new Asker(p.Role, p.UnitId, p.Id, p.DisplayName))];
    }
}
