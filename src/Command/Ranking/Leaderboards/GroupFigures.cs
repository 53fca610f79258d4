using Command.Data;
using Command.Periods;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>
/// Reads what a whole peer group did from counted days and readings: a few set-based queries whatever its size, and
/// never an event.
/// </summary>
public sealed class GroupFigures(IDbContextFactory<CommandDb> databases)
{
    /// <summary>Named as constants in a query, and in this order: only so is their own index read.</summary>
    private static readonly short[] ofReplies = [Metric.AnsweredInTime.Id, Metric.FellDue.Id];

    public Task<IReadOnlyList<UnitFigure>> ReadAsync(LeaderboardMetric metric, RestatedTree tree, IReadOnlyList<int> members, Period days, CancellationToken cancellation) =>
        ReadAsync(metric, tree, members, days, () => TipoffsAsync(tree, members, days, cancellation), cancellation);

    /// <param name="tree">In the order of the period's last day.</param>
    /// <param name="members">Ids of the group's units.</param>
    /// <param name="days">The days that count; of a level its last one.</param>
    /// <param name="tipoffs">The group's tip-offs of those days (<see cref="TipoffsAsync"/>), asked for by a metric that counts them: one reading serves all such.</param>
    public async Task<IReadOnlyList<UnitFigure>> ReadAsync(
        LeaderboardMetric metric, RestatedTree tree, IReadOnlyList<int> members, Period days, Func<Task<IReadOnlyDictionary<int, CreditedTipoffs>>> tipoffs, CancellationToken cancellation)
    {
        if (members.Count == 0)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var credit = GroupCredit.Of(tree, members.ToHashSet(), days.From, days.To);
        var counted = metric.Name switch
        {
            "valuable_ratio" => Ratios(await tipoffs()),
            "answered_in_time" => await RepliesAsync(db, credit, cancellation),
            "tipoffs_per_10000" => await TipoffsPerResidentsAsync(db, metric, await tipoffs(), credit, members, days, cancellation),
            "followers_per_1000" => await FollowersPerResidentsAsync(db, metric, tree.Tree, credit, members, days, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Name, "Made of others."),
        };
        var since = metric == LeaderboardMetric.FollowersPer1000 ? [] : credit.Units.GroupBy(c => c.Member).ToDictionary(m => m.Key, m => m.Min(c => c.From));
        return
        [
            .. members.Select(id => (counted.GetValueOrDefault(id) ?? new UnitFigure("", 0, metric.Form == LeaderboardForm.Share ? 0 : null)) with
            {
                Unit = tree.Tree.Units[id].Key,
                Since = since.TryGetValue(id, out var first) && first > days.From ? first : null,
            }),
        ];
    }

    /// <summary>Tip-offs received on those days, by unit; none: without an entry.</summary>
    public async Task<IReadOnlyDictionary<int, CreditedTipoffs>> TipoffsAsync(RestatedTree tree, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var credited = new Dictionary<int, CreditedTipoffs>();
        foreach (var span in new CreditSpans(GroupCredit.Of(tree, members.ToHashSet(), days.From, days.To).Units).All)
        {
            var (from, to, ids) = (span.From, span.To, span.Ids);
            var sums = await db.TipoffDays.AsNoTracking()
                .Where(d => d.Day >= from && d.Day <= to && d.Count != 0 && EF.Parameter(ids).Contains(d.UnitId))
                .GroupBy(d => new { d.UnitId, d.Standing, d.Internally })
                .Select(g => new { g.Key, Count = g.Sum(d => d.Count) })
                .ToListAsync(cancellation);
            foreach (var unit in sums.GroupBy(s => s.Key.UnitId, s => new StandingCount(s.Key.Standing, s.Key.Internally, s.Count)))
            {
                var own = TipoffRatio.Of(unit);
                foreach (var credit in span.Credits[unit.Key])
                    credited[credit.Member] = (credited.GetValueOrDefault(credit.Member) ?? CreditedTipoffs.None).With(own, credit);
            }
        }

        return credited;
    }

    /// <summary>Tip-offs received on those days and not decided yet, by unit; of a part, the next whole number.</summary>
    public async Task<IReadOnlyDictionary<int, long>> PendingAsync(RestatedTree tree, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        var tipoffs = await TipoffsAsync(tree, members, days, cancellation);
        return tipoffs.Where(t => t.Value.Pending > 0).ToDictionary(t => t.Key, t => (long)Math.Ceiling(t.Value.Pending));
    }

    /// <summary>Messages of those days that still wait for a reply, by unit; of a part, the next whole number.</summary>
    public async Task<IReadOnlyDictionary<int, long>> WaitingAsync(RestatedTree tree, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var spans = new CreditSpans(GroupCredit.Of(tree, members.ToHashSet(), days.From, days.To).Pages);
        var pages = spans.Ids;
        var (from, end) = (LocalTime.StartOf(days.From), LocalTime.StartOf(days.To.AddDays(1)));
        var waiting = await db.Conversations.AsNoTracking()
            .Where(c => EF.Parameter(pages).Contains(c.PageId) && c.WaitingSince >= from && c.WaitingSince < end)
            .Select(c => new { c.PageId, c.WaitingSince })
            .ToListAsync(cancellation);
        return waiting.SelectMany(w => spans.On(w.PageId, LocalTime.DayOf(w.WaitingSince!.Value))).GroupBy(c => c.Member).ToDictionary(m => m.Key, m => (long)Math.Ceiling(m.Sum(c => c.Share)));
    }

    private static Dictionary<int, UnitFigure> Ratios(IReadOnlyDictionary<int, CreditedTipoffs> tipoffs) => tipoffs.ToDictionary(t => t.Key, t => new UnitFigure("", t.Value.Valuable, t.Value.Received)
    {
        Apart = t.Value.IsInternal ? NotRankedReason.Internal : t.Value.IsProvisional ? NotRankedReason.Provisional : null,
        Bounds = t.Value.IsProvisional ? t.Value.Bounds : null,
        IsRestated = t.Value.IsRestated,
    });

    private static async Task<Dictionary<int, UnitFigure>> RepliesAsync(CommandDb db, GroupCredit credit, CancellationToken cancellation)
    {
        var counts = new List<(Credit Credit, short Metric, long Count)>();
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);
        foreach (var span in new CreditSpans(credit.Pages).All)
        {
            foreach (var part in await PageSum.OfAsync(db, span.Ids, span.From, span.To, cancellation))
            {
                var sums = await part.Where(r => EF.Constant(ofReplies).Contains(r.Metric))
                    .GroupBy(r => new { r.PageId, r.Metric })
                    .Select(g => new { g.Key.PageId, g.Key.Metric, Count = g.Sum(r => r.Count) })
                    .ToListAsync(cancellation);
                counts.AddRange(sums.SelectMany(s => span.Credits[s.PageId].Select(c => (c, s.Metric, s.Count))));
            }
        }

        return counts.GroupBy(c => c.Credit.Member).ToDictionary(
            g => g.Key,
            g => new UnitFigure("", Of(g, Metric.AnsweredInTime), Of(g, Metric.FellDue)) { IsRestated = g.Any(c => c.Credit.IsRestated) });

        static double Of(IEnumerable<(Credit Credit, short Metric, long Count)> counts, Metric metric) => counts.Where(c => c.Metric == metric.Id).Sum(c => c.Credit.Share * c.Count);
    }

    /// <summary>
    /// Over the residents of each day on which something counted for the unit: one that was founded, or grew, within the
    /// period is set against those whom it served meanwhile.
    /// </summary>
    private static async Task<Dictionary<int, UnitFigure>> TipoffsPerResidentsAsync(
        CommandDb db, LeaderboardMetric metric, IReadOnlyDictionary<int, CreditedTipoffs> tipoffs, GroupCredit credit, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        var residents = await ResidentsAsync(db, members, days.To, cancellation);
        var credited = credit.Units.ToLookup(c => c.Member);
        return members.ToDictionary(id => id, id =>
        {
            // Every unit's count is known: without a record nothing was received.
            var own = tipoffs.GetValueOrDefault(id) ?? CreditedTipoffs.None;
            var served = ResidentDays.Of(residents.GetValueOrDefault(id) ?? [], credited[id]) / days.Days;
            return served > 0
                ? new UnitFigure("", own.Received, served / metric.Per) { IsRestated = own.IsRestated }
                : new UnitFigure("", own.Received, null) { Apart = NotRankedReason.ResidentsUnknown };
        });
    }

    /// <summary>The last reading of each page that counts on the last day, over the residents of that day. A page without one leaves its unit unknown: less than all would rank it too low.</summary>
    private static async Task<Dictionary<int, UnitFigure>> FollowersPerResidentsAsync(
        CommandDb db, LeaderboardMetric metric, UnitTree tree, GroupCredit credit, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        var last = credit.Pages.Where(c => c.To == days.To && tree.Pages[c.Id].Platform != Platform.ZaloGroups).ToLookup(c => c.Member, c => c.Id);
        int[] pages = [.. last.SelectMany(p => p).Distinct()];
        var values = await LastReadings.ReadAsync(db, pages, Metric.Followers, days.To, cancellation);
        var residents = await ResidentsAsync(db, members, days.To, cancellation);
        return members.ToDictionary(id => id, id =>
        {
            if (!last[id].Any() || last[id].Any(p => values[p] is null))
                return new UnitFigure("", 0, null) { Apart = NotRankedReason.ReadingUnknown };
            var followers = last[id].Sum(p => values[p]!.Value);
            return residents.GetValueOrDefault(id) is [.., { Count: > 0 and var living }]
                ? new UnitFigure("", followers, (double)living / metric.Per)
                : new UnitFigure("", followers, null) { Apart = NotRankedReason.ResidentsUnknown };
        });
    }

    /// <summary>Counts of residents known by that day, by unit, the oldest first.</summary>
    private static async Task<Dictionary<int, UnitResidents[]>> ResidentsAsync(CommandDb db, IReadOnlyList<int> members, DateOnly until, CancellationToken cancellation)
    {
        int[] ids = [.. members];
        var rows = await db.UnitResidents.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.UnitId) && r.From <= until).ToListAsync(cancellation);
        return rows.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => g.OrderBy(r => r.From).ToArray());
    }
}
