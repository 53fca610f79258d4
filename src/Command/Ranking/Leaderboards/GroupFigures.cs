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
    /// <param name="members">Ids of the group's units.</param>
    /// <param name="days">The days that count; of a level its last one.</param>
    public Task<IReadOnlyList<UnitFigure>> ReadAsync(LeaderboardMetric metric, UnitTree tree, IReadOnlyList<int> members, Period days, CancellationToken cancellation) =>
        ReadAsync(metric, tree, members, days, () => TipoffsAsync(tree, members, days, cancellation), cancellation);

    /// <param name="tipoffs">The group's tip-offs of those days (<see cref="TipoffsAsync(UnitTree, IReadOnlyList{int}, Period, CancellationToken)"/>), asked for by a metric that counts them: one reading serves all such.</param>
    public async Task<IReadOnlyList<UnitFigure>> ReadAsync(
        LeaderboardMetric metric, UnitTree tree, IReadOnlyList<int> members, Period days, Func<Task<IReadOnlyDictionary<int, TipoffRatio>>> tipoffs, CancellationToken cancellation)
    {
        if (members.Count == 0)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var counted = metric.Name switch
        {
            "valuable_ratio" => Ratios(await tipoffs()),
            "answered_in_time" => await RepliesAsync(db, Credit(), days, cancellation),
            "tipoffs_per_10000" => await PerResidentsAsync(db, metric, Received(await tipoffs()), members, days, cancellation),
            "followers_per_1000" => await PerResidentsAsync(db, metric, await FollowersAsync(db, tree, Credit(), members, days, cancellation), members, days, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Name, "Made of others."),
        };
        return [.. members.Select(id => (counted.GetValueOrDefault(id) ?? new UnitFigure("", 0, metric.Form == LeaderboardForm.Share ? 0 : null)) with { Unit = tree.Units[id].Key })];

        GroupCredit Credit() => GroupCredit.Of(tree, members.ToHashSet(), days.From, days.To);
    }

    /// <summary>Tip-offs received on those days, by unit; none: without an entry.</summary>
    public async Task<IReadOnlyDictionary<int, TipoffRatio>> TipoffsAsync(UnitTree tree, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await TipoffsAsync(db, GroupCredit.Of(tree, members.ToHashSet(), days.From, days.To), days, cancellation);
    }

    /// <summary>Tip-offs received on those days and not decided yet, by unit.</summary>
    public async Task<IReadOnlyDictionary<int, long>> PendingAsync(UnitTree tree, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        var tipoffs = await TipoffsAsync(tree, members, days, cancellation);
        return tipoffs.Where(t => t.Value.Pending > 0).ToDictionary(t => t.Key, t => t.Value.Pending);
    }

    /// <summary>Messages of those days that still wait for a reply, by unit.</summary>
    public async Task<IReadOnlyDictionary<int, long>> WaitingAsync(UnitTree tree, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var spans = new CreditSpans(GroupCredit.Of(tree, members.ToHashSet(), days.From, days.To).Pages, days);
        int[] pages = [.. spans.Always, .. spans.Sometimes];
        var (from, end) = (LocalTime.StartOf(days.From), LocalTime.StartOf(days.To.AddDays(1)));
        var waiting = await db.Conversations.AsNoTracking()
            .Where(c => EF.Parameter(pages).Contains(c.PageId) && c.WaitingSince >= from && c.WaitingSince < end)
            .Select(c => new { c.PageId, c.WaitingSince })
            .ToListAsync(cancellation);
        return waiting.SelectMany(w => spans.On(w.PageId, LocalTime.DayOf(w.WaitingSince!.Value))).CountBy(member => member).ToDictionary(m => m.Key, m => (long)m.Value);
    }

    private static Dictionary<int, UnitFigure> Ratios(IReadOnlyDictionary<int, TipoffRatio> ratios) => ratios.ToDictionary(r => r.Key, r => new UnitFigure("", r.Value.Valuable, r.Value.Received)
    {
        Apart = r.Value.IsInternal ? NotRankedReason.Internal : r.Value.IsProvisional ? NotRankedReason.Provisional : null,
        Bounds = r.Value.IsProvisional && r.Value.Bounds is { } bounds ? bounds : null,
    });

    /// <summary>Every unit's count is known: without a record nothing was received.</summary>
    private static Func<int, double?> Received(IReadOnlyDictionary<int, TipoffRatio> ratios) => id => ratios.TryGetValue(id, out var ratio) ? ratio.Received : 0;

    private static async Task<Dictionary<int, TipoffRatio>> TipoffsAsync(CommandDb db, GroupCredit credit, Period days, CancellationToken cancellation)
    {
        var spans = new CreditSpans(credit.Units, days);
        var rows = db.TipoffDays.AsNoTracking().Where(d => d.Day >= days.From && d.Day <= days.To && d.Count != 0);
        int[] always = spans.Always, sometimes = spans.Sometimes;
        var sums = await rows.Where(d => EF.Parameter(always).Contains(d.UnitId))
            .GroupBy(d => new { d.UnitId, d.Standing, d.Internally })
            .Select(g => new { g.Key, Count = g.Sum(d => d.Count) })
            .ToListAsync(cancellation);
        var counts = sums.SelectMany(s => spans.On(s.Key.UnitId, days.To).Select(member => (member, new StandingCount(s.Key.Standing, s.Key.Internally, s.Count)))).ToList();
        if (sometimes.Length > 0)
        {
            var moved = await rows.Where(d => EF.Parameter(sometimes).Contains(d.UnitId)).ToListAsync(cancellation);
            counts.AddRange(moved.SelectMany(d => spans.On(d.UnitId, d.Day).Select(member => (member, new StandingCount(d.Standing, d.Internally, d.Count)))));
        }

        return counts.GroupBy(c => c.member, c => c.Item2).ToDictionary(g => g.Key, TipoffRatio.Of);
    }

    private static async Task<Dictionary<int, UnitFigure>> RepliesAsync(CommandDb db, GroupCredit credit, Period days, CancellationToken cancellation)
    {
        var spans = new CreditSpans(credit.Pages, days);
        short all = Metric.FellDue.Id, inTime = Metric.AnsweredInTime.Id;
        int[] sometimes = spans.Sometimes;
        var counts = new List<(int Member, short Metric, long Count)>();
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);
        foreach (var part in await PageSum.OfAsync(db, spans.Always, days.From, days.To, cancellation))
        {
            var sums = await part.Where(r => r.Metric == all || r.Metric == inTime)
                .GroupBy(r => new { r.PageId, r.Metric })
                .Select(g => new { g.Key.PageId, g.Key.Metric, Count = g.Sum(r => r.Count) })
                .ToListAsync(cancellation);
            counts.AddRange(sums.SelectMany(s => spans.On(s.PageId, days.To).Select(member => (member, s.Metric, s.Count))));
        }

        if (sometimes.Length > 0)
        {
            var moved = await db.RollupDays.AsNoTracking()
                .Where(r => EF.Parameter(sometimes).Contains(r.PageId) && r.Day >= days.From && r.Day <= days.To && (r.Metric == all || r.Metric == inTime))
                .GroupBy(r => new { r.PageId, r.Day, r.Metric })
                .Select(g => new { g.Key.PageId, g.Key.Day, g.Key.Metric, Count = g.Sum(r => r.Count) })
                .ToListAsync(cancellation);
            counts.AddRange(moved.SelectMany(s => spans.On(s.PageId, s.Day).Select(member => (member, s.Metric, s.Count))));
        }

        return counts.GroupBy(c => c.Member).ToDictionary(
            g => g.Key, g => new UnitFigure("", g.Where(c => c.Metric == inTime).Sum(c => c.Count), g.Where(c => c.Metric == all).Sum(c => c.Count)));
    }

    /// <summary>The last reading of each page that counts on the last day. A page without one leaves its unit unknown: less than all would rank it too low.</summary>
    private static async Task<Func<int, double?>> FollowersAsync(CommandDb db, UnitTree tree, GroupCredit credit, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        var last = credit.Pages.Where(c => c.To == days.To && tree.Pages[c.Id].Platform != Platform.ZaloGroups).ToLookup(c => c.Member, c => c.Id);
        int[] pages = [.. last.SelectMany(p => p).Distinct()];
        var values = await LastReadings.ReadAsync(db, pages, Metric.Followers, days.To, cancellation);
        var sums = members.ToDictionary(id => id, id => last[id].Any() && last[id].All(p => values[p] is not null) ? last[id].Sum(p => values[p]) : null);
        return id => sums[id];
    }

    private static async Task<Dictionary<int, UnitFigure>> PerResidentsAsync(
        CommandDb db, LeaderboardMetric metric, Func<int, double?> count, IReadOnlyList<int> members, Period days, CancellationToken cancellation)
    {
        int[] ids = [.. members];
        var residents = (await db.UnitResidents.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.UnitId) && r.From <= days.To).ToListAsync(cancellation))
            .GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.From)!.Count);
        return members.ToDictionary(id => id, id => (count(id), residents.GetValueOrDefault(id)) switch
        {
            ({ } cases, > 0 and var living) => new UnitFigure("", cases, (double)living / metric.Per),
            (null, _) => new UnitFigure("", 0, null) { Apart = NotRankedReason.ReadingUnknown },
            ({ } cases, _) => new UnitFigure("", cases, null) { Apart = NotRankedReason.ResidentsUnknown },
        });
    }
}
