using Command.Data;
using Command.People;
using Command.Periods;
using Command.Units;

namespace Command.Ranking.Leaderboards;

/// <summary>What a page or a script asks: a leaderboard cut to what the asker may compare.</summary>
public sealed class LeaderboardQuery(LiveLeaderboards boards, SealedBoards seals, UnitRegistry registry, PeriodBook book, WeightsBook weights, TimeProvider time)
{
    /// <param name="tried">Weights that an address tries out; null: as published.</param>
    public async Task<(LeaderboardView? View, LeaderboardFault? Fault)> ReadAsync(Asker asker, string group, string period, string metric, string? tried, CancellationToken cancellation)
    {
        if (LeaderboardMetric.Find(metric) is not { } known)
            return (null, LeaderboardFault.UnknownMetric);
        if ((await book.CalendarAsync(cancellation)).Find(period) is not { } span || span.Days > Period.MostDays)
            return (null, LeaderboardFault.UnknownPeriod);
        var tree = await registry.TreeAsync(cancellation);
        var today = LocalTime.DayOf(time.GetUtcNow());
        var ask = new LeaderboardAsk(group, span, known, await weights.CurrentAsync(cancellation));
        var sealedBoard = await seals.FindAsync(ask, cancellation);
        if (sealedBoard is not null)
            ask = ask with { Weights = await weights.OfAsync(sealedBoard.WeightsVersion, cancellation) };
        if (known == LeaderboardMetric.Composite)
            ask = ask with { Weights = ask.Weights.Try(tried) };
        var members = tree.MembersOn(group, span.To);
        if (members.Count == 0 && sealedBoard is null)
            return (null, LeaderboardFault.UnknownGroup);
        var sight = Sight.Of(asker, tree, today);
        var isSeen = members.Count == 0 ? sight.SeesEverything : members.Any(sight.Compares);
        if (!isSeen)
            return (null, LeaderboardFault.OutOfSight);

        var (now, at) = await boards.ReadAsync(ask, mustBeFresh: false, cancellation);
        var shown = sealedBoard is null || ask.Weights.IsTried ? now : SealedContent.Read(sealedBoard.Content).Board(known);
        var seal = sealedBoard is null || ask.Weights.IsTried ? null : await SealAsync(sealedBoard, shown, now, Sees, cancellation);
        var cut = Cut(shown, Sees);
        return (new LeaderboardView(
            ask,
            sealedBoard is not null ? LeaderboardStatus.Sealed : span.To < today ? LeaderboardStatus.Provisional : LeaderboardStatus.Current,
            cut,
            shown.Funnel(),
            shown.Rows.Count,
            shown.Rows.Count + shown.Apart.Count - cut.Rows.Count - cut.Apart.Count,
            sight.RootUnitId is { } root && members.Contains(root) ? tree.Units[root].Key : null,
            tree,
            span.To < today ? span.To : today,
            at,
            seal), null);

        bool Sees(string unit) => tree.Find(unit) is { } found && sight.Compares(found.Id);
    }

    /// <summary>Groups of which the asker sees a unit, the largest first.</summary>
    public async Task<IReadOnlyList<string>> GroupsAsync(Asker asker, DateOnly day, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        var sight = Sight.Of(asker, tree, LocalTime.DayOf(time.GetUtcNow()));
        return [.. tree.GroupsOn(day).Where(g => g.Any(sight.Compares)).OrderByDescending(g => g.Contains(asker.UnitId ?? 0)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
    }

    private async Task<SealedView> SealAsync(SealedLeaderboard board, Leaderboard frozen, Leaderboard now, Func<string, bool> sees, CancellationToken cancellation)
    {
        var current = now.Rows.ToDictionary(r => r.Unit);
        var restated = frozen.Rows.Where(r => sees(r.Unit) && (!current.TryGetValue(r.Unit, out var other) || other.Differs(r))).ToDictionary(r => r.Unit, r => current.GetValueOrDefault(r.Unit));
        foreach (var unit in frozen.Apart.Where(a => sees(a.Unit) && current.ContainsKey(a.Unit)))
            restated[unit.Unit] = current[unit.Unit];
        var tree = await registry.TreeAsync(cancellation);
        var appeals = await seals.AppealsAsync(board.Id, cancellation);
        return new SealedView(
            board.Id,
            board.SealedAt,
            board.SealedBy,
            board.Digest.AsSpan().SequenceEqual(SealedContent.Digest(board)),
            [.. SealedContent.Read(board.Content).Open.Where(o => sees(o.Unit))],
            restated,
            [.. appeals.Where(a => tree.Units.TryGetValue(a.UnitId, out var unit) && sees(unit.Key))]);
    }

    private static Leaderboard Cut(Leaderboard board, Func<string, bool> sees) =>
        board with { Rows = [.. board.Rows.Where(r => sees(r.Unit))], Apart = [.. board.Apart.Where(a => sees(a.Unit))] };
}
