using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>Objections to a sealed leaderboard: a chief notes one for his unit, a commander above answers it.</summary>
public sealed class Appeals(CommandDb db, Acts acts, UnitRegistry registry, TimeProvider time)
{
    public const int MostLetters = 2_000;

    /// <returns>False: not a chief's own unit, not in what was sealed, an objection still stands open, or no text.</returns>
    public async Task<bool> NoteAsync(Asker asker, int sealedId, string text, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        if (asker is not { Role: Role.Chief, UnitId: { } unitId } || text.Length is 0 or > MostLetters || !tree.Units.TryGetValue(unitId, out var unit))
            return false;
        return await acts.RunAsync<bool>(async () =>
        {
            if (await db.SealedLeaderboards.AsNoTracking().SingleOrDefaultAsync(b => b.Id == sealedId, cancellation) is not { } board)
                return (false, null);
            var content = SealedContent.Read(board.Content);
            var isInIt = content.Rows.Any(r => r.Unit == unit.Key) || content.Apart.Any(a => a.Unit == unit.Key);
            if (!isInIt || await db.Appeals.AnyAsync(a => a.SealedLeaderboardId == sealedId && a.UnitId == unitId && a.AnsweredAt == null, cancellation))
                return (false, null);
            db.Add(new Appeal { SealedLeaderboardId = sealedId, UnitId = unitId, NotedAt = time.GetUtcNow(), NotedBy = asker.Name, Text = text });
            return (true, AuditEntry.By(
                asker,
                "appeal.noted",
                AuditFacts.Write((AuditFact.PeerGroup, board.PeerGroup), (AuditFact.Period, board.Period), (AuditFact.Metric, board.Metric), AuditFacts.OfUnit(unitId)),
                after: AuditFacts.Write((AuditFact.Note, text))));
        }, cancellation);
    }

    /// <returns>False: not a commander of that unit, answered already, or no text.</returns>
    public async Task<bool> AnswerAsync(Asker asker, int appealId, string text, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        var sight = Sight.Of(asker, tree, LocalTime.DayOf(time.GetUtcNow()));
        if (asker.Role != Role.Commander || text.Length is 0 or > MostLetters)
            return false;
        return await acts.RunAsync<bool>(async () =>
        {
            if (await db.Appeals.SingleOrDefaultAsync(a => a.Id == appealId && a.AnsweredAt == null, cancellation) is not { } appeal || !sight.SeesCounts(appeal.UnitId))
                return (false, null);
            (appeal.AnsweredAt, appeal.AnsweredBy, appeal.Answer) = (time.GetUtcNow(), asker.Name, text);
            return (true, AuditEntry.By(
                asker,
                "appeal.answered",
                AuditFacts.Write((AuditFact.Appeal, appealId)),
                before: AuditFacts.Write((AuditFact.Note, appeal.Text)),
                after: AuditFacts.Write((AuditFact.Note, text))));
        }, cancellation);
    }
}
