using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>Why a leaderboard was not sealed.</summary>
public enum SealRefusal
{
    NotAllowed,
    NotOver,

    /// <summary>Something is undecided, and the period ended too short a while ago.</summary>
    StillOpen,
    SealedAlready,
}

/// <summary>Freezes a leaderboard as reported, once: figures, weights, ranks, and what was still open.</summary>
public sealed class Sealing(CommandDb db, Acts acts, LiveLeaderboards boards, GroupFigures figures, UnitRegistry registry, LeaderboardRules rules, TimeProvider time)
{
    /// <param name="asker">Null: nobody but the product itself, on schedule.</param>
    public async Task<SealRefusal?> SealAsync(Asker? asker, LeaderboardAsk ask, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        var today = LocalTime.DayOf(time.GetUtcNow());
        var members = tree.MembersOn(ask.Group, ask.Period.To);
        if (ask.Weights.IsTried || members.Count == 0 || (asker is not null && !MaySeal(asker, tree, members, today)))
            return SealRefusal.NotAllowed;
        if (ask.Period.To >= today)
            return SealRefusal.NotOver;
        var open = await OpenAsync(ask, cancellation);
        if (open.Count > 0 && today <= ask.Period.To.AddDays(rules.SealAfterDays))
            return SealRefusal.StillOpen;

        // Computed before the turn of writing is taken: residents' messages do not wait for ranks.
        var (board, _) = await boards.ReadAsync(ask, mustBeFresh: true, cancellation);
        return await acts.RunAsync<SealRefusal?>(async () =>
        {
            if (await db.SealedLeaderboards.AnyAsync(b => b.PeerGroup == ask.Group && b.Period == ask.Period.Key && b.Metric == ask.Metric.Name, cancellation))
                return (SealRefusal.SealedAlready, null);
            var line = new SealedLeaderboard
            {
                PeerGroup = ask.Group,
                Period = ask.Period.Key,
                Metric = ask.Metric.Name,
                From = ask.Period.From,
                To = ask.Period.To,
                SealedAt = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
                SealedBy = asker?.Name ?? AuditLog.System,
                WeightsVersion = ask.Weights.Version,
                Content = new SealedContent(board.Rows, board.Apart, board.Prior, open).Write(),
                Digest = [],
            };
            line.Digest = SealedContent.Digest(line);
            db.Add(line);
            await db.CountChangeAsync(cancellation);
            return (null, AuditEntry.By(
                asker,
                "leaderboard.sealed",
                AuditFacts.Write((AuditFact.PeerGroup, ask.Group), (AuditFact.Period, ask.Period.Key), (AuditFact.Metric, ask.Metric.Name)),
                after: AuditFacts.Write((AuditFact.Digest, Convert.ToHexStringLower(line.Digest)), (AuditFact.Open, open.Sum(o => o.Count)))));
        }, cancellation);
    }

    /// <summary>An administrator or a commander in whose sight the whole group lies.</summary>
    public static bool MaySeal(Asker asker, UnitTree tree, IReadOnlyList<int> members, DateOnly today)
    {
        var sight = Sight.Of(asker, tree, today);
        return asker.Role is Role.Administrator or Role.Commander && members.All(sight.SeesCounts);
    }

    /// <summary>What is not decided yet, by unit.</summary>
    public async Task<IReadOnlyList<OpenItem>> OpenAsync(LeaderboardAsk ask, CancellationToken cancellation)
    {
        var tree = await registry.RestatedAsync(ask.Period.To, cancellation);
        var items = new List<OpenItem>();
        if (ask.TipoffDays is { } received)
            items.AddRange(Items(OpenKind.Tipoffs, await figures.PendingAsync(GroupSpan.Of(tree, ask.Group, received), cancellation)));
        if (ask.MessageDays is { } written)
            items.AddRange(Items(OpenKind.Waiting, await figures.WaitingAsync(GroupSpan.Of(tree, ask.Group, written), cancellation)));
        return items;

        IEnumerable<OpenItem> Items(OpenKind kind, IReadOnlyDictionary<int, long> counts) => counts.OrderBy(c => c.Key).Select(c => new OpenItem(tree.Tree.Units[c.Key].Key, kind, c.Value));
    }
}
