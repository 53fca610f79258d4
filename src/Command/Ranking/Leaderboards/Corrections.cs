using Command.Data;
using Command.People;
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

/// <summary>The trail of corrections behind what is restated.</summary>
public sealed class Corrections(IDbContextFactory<CommandDb> databases)
{
    /// <summary>The steps that can move a tip-off from one standing to another.</summary>
    private static readonly StepKind[] moving = [StepKind.Enter, StepKind.Assess, StepKind.Confirm, StepKind.Return, StepKind.Disagree];

    /// <param name="members">Ids of those units of the group whose trail is asked.</param>
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<Correction>> ReadAsync(LeaderboardAsk ask, DateTimeOffset sealedAt, RestatedTree tree, IReadOnlySet<int> members, Sight sight, CancellationToken cancellation)
    {
        if (members.Count == 0 || ask.Metric == LeaderboardMetric.FollowersPer1000)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var isAll = ask.Metric == LeaderboardMetric.Composite;
        var found = new List<Correction>();
        if (ask.Metric != LeaderboardMetric.AnsweredInTime)
        {
            var days = ask.DaysOf(isAll ? LeaderboardMetric.ValuableRatio : ask.Metric);
            var spans = new CreditSpans(GroupCredit.Of(tree, members, days.From, days.To).Units);
            int[] units = spans.Ids;
            var steps = await db.Tipoffs.AsNoTracking()
                .Where(t => t.Day >= days.From && t.Day <= days.To && EF.Parameter(units).Contains(t.CreditedUnitId))
                .Join(db.TipoffSteps.Where(s => s.At > sealedAt && moving.Contains(s.Kind)), t => t.Id, s => s.TipoffId, (t, s) => new { t.Number, t.Day, t.CreditedUnitId, s.Kind, s.Verdict, s.At, s.Actor })
                .ToListAsync(cancellation);
            foreach (var s in steps)
            {
                var isSeen = sight.SeesRecords(s.CreditedUnitId, s.Day);
                found.AddRange(Keys(spans, s.CreditedUnitId, s.Day).Select(unit => new Correction(unit, s.Kind, s.Verdict, s.At, isSeen ? s.Actor : null, isSeen ? s.Number : null)));
            }
        }

        if (isAll || ask.Metric == LeaderboardMetric.AnsweredInTime)
        {
            var spans = new CreditSpans(GroupCredit.Of(tree, members, ask.Period.From, ask.Period.To).Pages);
            int[] pages = spans.Ids;
            var (from, end) = (LocalTime.StartOf(ask.Period.From), LocalTime.StartOf(ask.Period.To.AddDays(1)));
            var decisions = await db.MessageDecisions.AsNoTracking().Where(d => d.DecidedAt > sealedAt)
                .Join(db.Events.Where(e => EF.Parameter(pages).Contains(e.PageId) && e.OccurredAt >= from && e.OccurredAt < end), d => d.EventId, e => e.Id, (d, e) => new { e.PageId, e.OccurredAt, d.DecidedAt })
                .ToListAsync(cancellation);
            found.AddRange(decisions.SelectMany(d => Keys(spans, d.PageId, LocalTime.DayOf(d.OccurredAt)).Select(unit => new Correction(unit, null, null, d.DecidedAt, null, null))));
        }

        return [.. found.OrderByDescending(c => c.At).ThenBy(c => c.Number, StringComparer.Ordinal)];

        IEnumerable<string> Keys(CreditSpans spans, int id, DateOnly day) => spans.On(id, day).Select(c => tree.Tree.Units[c.Member].Key);
    }
}
