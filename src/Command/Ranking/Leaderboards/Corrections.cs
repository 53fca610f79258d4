using Command.Data;
using Command.People;
using Command.Periods;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>What was done, or came, after a period was sealed.</summary>
public enum CorrectionKind
{
    /// <summary>A step of a tip-off that can move it from one standing to another.</summary>
    Step,

    /// <summary>The kind of a message was decided.</summary>
    Decision,

    /// <summary>A message of the period's days arrived.</summary>
    LateMessage,

    /// <summary>A reply of the period's days arrived.</summary>
    LateReply,

    /// <summary>Files were read that add units, pages, residents or declared values, of whatever day.</summary>
    Register,
}

/// <summary>Why a figure is another now than when its period was sealed.</summary>
/// <param name="Unit">Key of the unit of the group for which the record counts; null: it may concern each.</param>
/// <param name="Step">Of a tip-off.</param>
/// <param name="Verdict">What an assessment found.</param>
/// <param name="Actor">Null: not told to whoever sees sums only.</param>
/// <param name="Number">Of the tip-off, for whoever may open it.</param>
public sealed record Correction(string? Unit, CorrectionKind Kind, DateTimeOffset At, StepKind? Step = null, Verdict? Verdict = null, string? Actor = null, string? Number = null);

/// <summary>The trail of corrections behind what is restated: only a page that shows it asks.</summary>
public sealed class Corrections(IDbContextFactory<CommandDb> databases, UnitRegistry registry, TimeProvider time)
{
    /// <summary>The steps that can move a tip-off from one standing to another.</summary>
    private static readonly StepKind[] moving = [StepKind.Enter, StepKind.Assess, StepKind.Confirm, StepKind.Return, StepKind.Disagree];

    /// <returns>Of the units that are restated in the view, the newest first; none where nothing is. Values that a platform told leave no trail: each is of the moment at which it was told.</returns>
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
            found.AddRange(await MessagesAsync(db, tree, units, written, seal.At, cancellation));
        found.AddRange(await RegistersAsync(db, seal.At, cancellation));
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
            select new Correction(unit, CorrectionKind.Step, s.At, s.Kind, s.Verdict, isSeen ? s.Actor : null, isSeen ? s.Number : null);
    }

    private static async Task<IEnumerable<Correction>> MessagesAsync(CommandDb db, RestatedTree tree, IReadOnlySet<int> units, Period days, DateTimeOffset since, CancellationToken cancellation)
    {
        var spans = new CreditSpans(GroupCredit.Of(tree, units, days.From, days.To).Pages);
        int[] pages = spans.Ids;
        var (from, end) = (LocalTime.StartOf(days.From), LocalTime.StartOf(days.To.AddDays(1)));
        var written = db.Events.Where(e => EF.Parameter(pages).Contains(e.PageId) && e.OccurredAt >= from && e.OccurredAt < end);
        var decisions = await db.MessageDecisions.AsNoTracking().Where(d => d.DecidedAt > since)
            .Join(written, d => d.EventId, e => e.Id, (d, e) => new { e.PageId, e.OccurredAt, At = d.DecidedAt })
            .ToListAsync(cancellation);
        var late = await written.Where(e => e.ReceivedAt > since && (e.Kind == EventKind.Message || e.Kind == EventKind.Reply))
            .Select(e => new { e.PageId, e.OccurredAt, At = e.ReceivedAt, e.Kind })
            .ToListAsync(cancellation);
        return
        [
            .. decisions.SelectMany(d => Keys(tree, spans, d.PageId, LocalTime.DayOf(d.OccurredAt)).Select(unit => new Correction(unit, CorrectionKind.Decision, d.At))),
            .. late.SelectMany(e => Keys(tree, spans, e.PageId, LocalTime.DayOf(e.OccurredAt)).Select(unit => new Correction(unit, e.Kind == EventKind.Message ? CorrectionKind.LateMessage : CorrectionKind.LateReply, e.At))),
        ];
    }

    private static async Task<IEnumerable<Correction>> RegistersAsync(CommandDb db, DateTimeOffset since, CancellationToken cancellation) =>
        (await db.AuditRecords.Where(l => l.At > since && l.Action == "world.loaded").Select(l => l.At).ToListAsync(cancellation)).Select(at => new Correction(null, CorrectionKind.Register, at));

    private static IEnumerable<string> Keys(RestatedTree tree, CreditSpans spans, int id, DateOnly day) => spans.On(id, day).Select(c => tree.Tree.Units[c.Member].Key);
}
