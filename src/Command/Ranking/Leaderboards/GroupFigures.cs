using Command.Data;
using Command.Rollups;
using Command.Tipoffs;
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

    public Task<IReadOnlyList<UnitFigure>> ReadAsync(LeaderboardMetric metric, GroupSpan span, CancellationToken cancellation) =>
        ReadAsync(metric, span, () => TipoffsAsync(span, cancellation), cancellation);

    /// <param name="tipoffs">The group's tip-offs of those days (<see cref="TipoffsAsync"/>), asked for by a metric that counts them: one reading serves all such.</param>
    public async Task<IReadOnlyList<UnitFigure>> ReadAsync(LeaderboardMetric metric, GroupSpan span, Func<Task<IReadOnlyDictionary<int, CreditedTipoffs>>> tipoffs, CancellationToken cancellation)
    {
        if (span.Members.Count == 0)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var counted = metric.Name switch
        {
            "valuable_ratio" => Ratios(await tipoffs()),
            "answered_in_time" => await RepliesAsync(db, span.Credit, cancellation),
            "tipoffs_per_10000" => await TipoffsPerResidentsAsync(db, metric, await tipoffs(), span, cancellation),
            "followers_per_1000" => await FollowersPerResidentsAsync(db, metric, span, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Name, "Made of others."),
        };
        var since = metric == LeaderboardMetric.FollowersPer1000 ? [] : span.Credit.Units.GroupBy(c => c.Member).ToDictionary(m => m.Key, m => m.Min(c => c.From));
        return
        [
            .. span.Members.Select(id => (counted.GetValueOrDefault(id) ?? new UnitFigure("", 0, metric.Form == LeaderboardForm.Share ? 0 : null)) with
            {
                Unit = span.Tree.Tree.Units[id].Key,
                Since = since.TryGetValue(id, out var first) && first > span.Days.From ? first : null,
            }),
        ];
    }

    /// <summary>Tip-offs received on those days, by unit; none: without an entry. What they mean is <see cref="TipoffRatio"/>'s.</summary>
    public async Task<IReadOnlyDictionary<int, CreditedTipoffs>> TipoffsAsync(GroupSpan group, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var credited = new Dictionary<int, CreditedTipoffs>();
        foreach (var span in new CreditSpans(group.Credit.Units).All)
        {
            var (from, to, ids) = (span.From, span.To, span.Ids);
            // One row a unit, in the order of its index: grouped by standing as well, a nation's year would be sorted first.
            var sums = await db.TipoffDays.AsNoTracking()
                .Where(d => d.Day >= from && d.Day <= to && d.Count != 0 && EF.Parameter(ids).Contains(d.UnitId))
                .GroupBy(d => d.UnitId)
                .Select(g => new
                {
                    UnitId = g.Key,
                    Received = g.Sum(d => d.Standing == TipoffStanding.Duplicate || d.Standing == TipoffStanding.Spam ? 0 : d.Count),
                    Valuable = g.Sum(d => d.Standing == TipoffStanding.Valuable ? d.Count : 0),
                    Pending = g.Sum(d => d.Standing == TipoffStanding.Pending || d.Standing == TipoffStanding.Awaiting ? d.Count : 0),
                    Internally = g.Sum(d => d.Internally ? d.Count : 0),
                })
                .ToListAsync(cancellation);
            foreach (var sum in sums)
            {
                var own = new CreditedTipoffs(sum.Received, sum.Valuable, sum.Pending, sum.Internally > 0, IsRestated: false);
                foreach (var credit in span.Credits[sum.UnitId])
                    credited[credit.Member] = (credited.GetValueOrDefault(credit.Member) ?? CreditedTipoffs.None).With(own, credit);
            }
        }

        return credited;
    }

    /// <summary>Tip-offs received on those days and not decided yet, by unit; of a part, the next whole number.</summary>
    public async Task<IReadOnlyDictionary<int, long>> PendingAsync(GroupSpan group, CancellationToken cancellation)
    {
        var tipoffs = await TipoffsAsync(group, cancellation);
        return tipoffs.Where(t => t.Value.Pending > 0).ToDictionary(t => t.Key, t => (long)Math.Ceiling(t.Value.Pending));
    }

    /// <summary>Messages of those days that still wait for a reply, by unit; of a part, the next whole number.</summary>
    public async Task<IReadOnlyDictionary<int, long>> WaitingAsync(GroupSpan group, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var spans = new CreditSpans(group.Credit.Pages);
        var pages = spans.Ids;
        var (from, end) = (LocalTime.StartOf(group.Days.From), LocalTime.StartOf(group.Days.To.AddDays(1)));
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
        var (inTime, due) = (Metric.AnsweredInTime.Id, Metric.FellDue.Id);
        var figures = new Dictionary<int, UnitFigure>();
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);
        foreach (var span in new CreditSpans(credit.Pages).All)
        {
            foreach (var part in await PageSum.OfAsync(db, span.Ids, span.From, span.To, cancellation, metricFirst: true))
            {
                var sums = await part.Where(r => EF.Constant(ofReplies).Contains(r.Metric))
                    .GroupBy(r => r.PageId)
                    .Select(g => new { PageId = g.Key, InTime = g.Sum(r => r.Metric == inTime ? r.Count : 0), Due = g.Sum(r => r.Metric == due ? r.Count : 0) })
                    .ToListAsync(cancellation);
                foreach (var sum in sums)
                {
                    foreach (var (_, member, _, _, share, isRestated) in span.Credits[sum.PageId])
                    {
                        var known = figures.GetValueOrDefault(member) ?? new UnitFigure("", 0, 0);
                        figures[member] = known with { Count = known.Count + share * sum.InTime, Of = known.Of + share * sum.Due, IsRestated = known.IsRestated || isRestated };
                    }
                }
            }
        }

        return figures;
    }

    /// <summary>
    /// Over the residents of each day on which something counted for the unit: one that was founded, or grew, within the
    /// period is set against those whom it served meanwhile.
    /// </summary>
    private static async Task<Dictionary<int, UnitFigure>> TipoffsPerResidentsAsync(
        CommandDb db, LeaderboardMetric metric, IReadOnlyDictionary<int, CreditedTipoffs> tipoffs, GroupSpan span, CancellationToken cancellation)
    {
        var residents = await ResidentsAsync(db, span, cancellation);
        var credited = span.Credit.Units.ToLookup(c => c.Member);
        return span.Members.ToDictionary(id => id, id =>
        {
            // Every unit's count is known: without a record nothing was received.
            var own = tipoffs.GetValueOrDefault(id) ?? CreditedTipoffs.None;
            var served = ResidentDays.Of(residents.GetValueOrDefault(id) ?? [], credited[id]) / span.Days.Days;
            return served > 0
                ? new UnitFigure("", own.Received, served / metric.Per) { IsRestated = own.IsRestated }
                : new UnitFigure("", own.Received, null) { Apart = NotRankedReason.ResidentsUnknown };
        });
    }

    /// <summary>The last reading of each page that counts on the last day, over the residents of that day. A page without one leaves its unit unknown: less than all would rank it too low.</summary>
    private static async Task<Dictionary<int, UnitFigure>> FollowersPerResidentsAsync(CommandDb db, LeaderboardMetric metric, GroupSpan span, CancellationToken cancellation)
    {
        var last = span.Credit.Pages.Where(c => c.To == span.Days.To && span.Tree.Tree.Pages[c.Id].Platform != Platform.ZaloGroups).ToLookup(c => c.Member, c => c.Id);
        int[] pages = [.. last.SelectMany(p => p).Distinct()];
        var values = await LastReadings.ReadAsync(db, pages, Metric.Followers, span.Days.To, cancellation);
        var residents = await ResidentsAsync(db, span, cancellation);
        return span.Members.ToDictionary(id => id, id =>
        {
            if (!last[id].Any() || last[id].Any(p => values[p] is null))
                return new UnitFigure("", 0, null) { Apart = NotRankedReason.ReadingUnknown };
            var followers = last[id].Sum(p => values[p]!.Value);
            return residents.GetValueOrDefault(id) is [.., { Count: > 0 and var living }]
                ? new UnitFigure("", followers, (double)living / metric.Per)
                : new UnitFigure("", followers, null) { Apart = NotRankedReason.ResidentsUnknown };
        });
    }

    /// <summary>Counts of residents known by the last day, by unit, the oldest first.</summary>
    private static async Task<Dictionary<int, UnitResidents[]>> ResidentsAsync(CommandDb db, GroupSpan span, CancellationToken cancellation)
    {
        int[] ids = [.. span.Members];
        var until = span.Days.To;
        var rows = await db.UnitResidents.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.UnitId) && r.From <= until).ToListAsync(cancellation);
        return rows.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => g.OrderBy(r => r.From).ToArray());
    }
}
