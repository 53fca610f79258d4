using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>What the audit page asks for; empty fields do not filter. Days are local and inclusive.</summary>
public sealed record AuditFilter(string? Who, string? What, DateOnly? From, DateOnly? To);

/// <summary>Reads the audit log by pages, newest first. Whoever does not see every unit is shown what his own units' people did.</summary>
public sealed class AuditQuery(IDbContextFactory<CommandDb> databases, UnitRegistry units, TimeProvider time)
{
    public const int PageLines = 50;

    private (long SeenTo, IReadOnlyList<string> Known) actions = (0, []);

    /// <param name="before">Lines with lower numbers only; null: from the newest on.</param>
    public async Task<IReadOnlyList<AuditRecord>> ReadAsync(Asker asker, AuditFilter filter, long? before, CancellationToken cancellation)
    {
        var sight = Sight.Of(asker, await units.TreeAsync(cancellation), LocalTime.DayOf(time.GetUtcNow()));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var lines = db.AuditRecords.AsNoTracking();
        if (!sight.SeesEverything)
        {
            int[] own = [.. sight.Units!];
            lines = lines.Where(r => db.Users.Any(p => p.UserName == r.Actor && p.UnitId != null && EF.Parameter(own).Contains(p.UnitId.Value)));
        }

        if (before is { } number)
            lines = lines.Where(r => r.Number < number);
        if (!string.IsNullOrWhiteSpace(filter.Who))
            lines = lines.Where(r => r.Actor == filter.Who || r.Subject == filter.Who);
        if (!string.IsNullOrWhiteSpace(filter.What))
            lines = lines.Where(r => r.Action == filter.What);
        if (filter.From is { } from)
        {
            var start = LocalTime.StartOf(from);
            lines = lines.Where(r => r.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = LocalTime.StartOf(to.AddDays(1));
            lines = lines.Where(r => r.At < end);
        }

        return await lines.OrderByDescending(r => r.Number).Take(PageLines).ToListAsync(cancellation);
    }

    /// <summary>The words of actions that stand in the log; of lines that were looked through before, none is read again.</summary>
    public async Task<IReadOnlyList<string>> ActionsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (seenTo, known) = actions;
        var last = await db.AuditRecords.MaxAsync(r => (long?)r.Number, cancellation) ?? 0;
        if (last > seenTo)
        {
            var later = await db.AuditRecords.Where(r => r.Number > seenTo && r.Number <= last).Select(r => r.Action).Distinct().ToListAsync(cancellation);
            known = [.. known.Union(later).Order(StringComparer.Ordinal)];
            actions = (last, known);
        }

        return known;
    }
}
