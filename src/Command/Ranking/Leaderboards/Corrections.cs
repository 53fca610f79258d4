using Command.Data;
using Command.People;
using Command.Periods;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>What was done, after a period was sealed, to a record of its days: why a figure is another now.</summary>
/// <param name="Unit">Key of the unit of the group for which the record counts.</param>
/// <param name="Step">Of a tip-off; null: the kind of a message was decided.</param>
/// <param name="Verdict">What an assessment found.</param>
/// <param name="Actor">Null: not told to whoever sees sums only.</param>
/// <param name="Number">Of the tip-off, for whoever may open it.</param>
public sealed record Correction(string Unit, StepKind? Step, Verdict? Verdict, DateTimeOffset At, string? Actor, string? Number);

/// <summary>The trail of corrections behind what is restated: only a page that shows it asks.</summary>
public sealed class Corrections(IDbContextFactory<CommandDb> databases, UnitRegistry registry, TimeProvider time)
{
    /// <summary>The steps that can move a tip-off from one standing to another.</summary>
    private static readonly StepKind[] moving = [StepKind.Enter, StepKind.Assess, StepKind.Confirm, StepKind.Return, StepKind.Disagree];

    /// <returns>Of the units that are restated in the view, the newest first; none where nothing is.</returns>
    public async Task<IReadOnlyList<Correction>> ReadAsync(Asker asker, LeaderboardView view, CancellationToken cancellation)
    {
        if (view.Seal is not { Restated.Count: > 0 } seal)
            return [];
        var tree = await registry.RestatedAsync(view.Ask.Period.To, cancellation);
        var units = seal.Restated.Keys.Select(tree.Tree.Find).OfType<Unit>().Select(u => u.Id).ToHashSet();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = new List<Correction>();
        if (view.Ask.TipoffDays is { } received)
            found.AddRange(await StepsAsync(db, tree, units, received, seal.At, Sight.Of(asker, tree.Tree, LocalTime.DayOf(time.GetUtcNow())), cancellation));
        if (view.Ask.MessageDays is { } written)
            found.AddRange(await DecisionsAsync(db, tree, units, written, seal.At, cancellation));
        return [.. found.OrderByDescending(c => c.At).ThenBy(c => c.Number, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<Correction>> StepsAsync(
        CommandDb db, RestatedTree tree, IReadOnlySet<int> units, Period days, DateTimeOffset since, Sight sight, CancellationToken cancellation)
    {
        var spans = new CreditSpans(GroupCredit.Of(tree, units, days.From, days.To).Units);
        int[] credited = spans.Ids;
        var steps = await db.Tipoffs.AsNoTracking()
            .Where(t => t.Day >= days.From && t.Day <= days.To && EF.Parameter(credited).Contains(t.CreditedUnitId))
            .Join(db.TipoffSteps.Where(s => s.At > since && moving.Contains(s.Kind)), t => t.Id, s => s.TipoffId, (t, s) => new { t.Number, t.Day, t.CreditedUnitId, s.Kind, s.Verdict, s.At, s.Actor })
            .ToListAsync(cancellation);
        return
            from s in steps
            let isSeen = sight.SeesRecords(s.CreditedUnitId, s.Day)
            from unit in Keys(tree, spans, s.CreditedUnitId, s.Day)
            select new Correction(unit, s.Kind, s.Verdict, s.At, isSeen ? s.Actor : null, isSeen ? s.Number : null);
    }

    private static async Task<IEnumerable<Correction>> DecisionsAsync(CommandDb db, RestatedTree tree, IReadOnlySet<int> units, Period days, DateTimeOffset since, CancellationToken cancellation)
    {
        var spans = new CreditSpans(GroupCredit.Of(tree, units, days.From, days.To).Pages);
        int[] pages = spans.Ids;
        var (from, end) = (LocalTime.StartOf(days.From), LocalTime.StartOf(days.To.AddDays(1)));
        var decisions = await db.MessageDecisions.AsNoTracking().Where(d => d.DecidedAt > since)
            .Join(db.Events.Where(e => EF.Parameter(pages).Contains(e.PageId) && e.OccurredAt >= from && e.OccurredAt < end), d => d.EventId, e => e.Id, (d, e) => new { e.PageId, e.OccurredAt, d.DecidedAt })
            .ToListAsync(cancellation);
        return
            from d in decisions
            from unit in Keys(tree, spans, d.PageId, LocalTime.DayOf(d.OccurredAt))
            select new Correction(unit, null, null, d.DecidedAt, null, null);
    }

    private static IEnumerable<string> Keys(RestatedTree tree, CreditSpans spans, int id, DateOnly day) => spans.On(id, day).Select(c => tree.Tree.Units[c.Member].Key);
}
