using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Worlds;

/// <summary>What the database knows already, tracked so that what is missing can be added to it.</summary>
public sealed record WorldKnown(
    Dictionary<string, Unit> Units, Dictionary<string, Page> PagesByKey, Dictionary<(Platform Platform, string ExternalId), Page> PagesByExternalId)
{
    public static async Task<WorldKnown> ReadAsync(CommandDb db, CancellationToken cancellation)
    {
        var units = await db.Units.ToListAsync(cancellation);
        var pages = await db.Pages.ToListAsync(cancellation);
        return new WorldKnown(
            units.ToDictionary(u => u.Key, StringComparer.Ordinal),
            pages.Where(p => p.Key is not null).ToDictionary(p => p.Key!, StringComparer.Ordinal),
            pages.ToDictionary(p => (p.Platform, p.ExternalId)));
    }
}
