using Command.Data;
using Command.People;
using Command.Tipoffs;
using Microsoft.EntityFrameworkCore;

namespace Command.Boards.Reviews;

/// <summary>The single tip-offs of a review's days, without words, for those who may see records.</summary>
public sealed class ReviewAnnex(TipoffListQuery list, IDbContextFactory<CommandDb> databases)
{
    /// <param name="frozenAt">What came after is left out: the sheet stays as it was. Null: as things stand.</param>
    public async Task<IReadOnlyList<TipoffLine>> ReadAsync(Asker asker, string unitKey, DateOnly from, DateOnly to, DateTimeOffset? frozenAt, CancellationToken cancellation)
    {
        var lines = new List<TipoffLine>();
        for (var page = 1; ; page++)
        {
            var read = await list.ReadAsync(new TipoffFilter { UnitKey = unitKey, Show = TipoffShow.All, From = from, To = to, Page = page }, asker, cancellation);
            lines.AddRange(read.Lines);
            if (read.Lines.Count == 0 || lines.Count >= read.Total)
                break;
        }

        var told = frozenAt is { } frozen ? await AsOfAsync(lines, frozen, cancellation) : lines;
        return [.. told.OrderBy(l => l.ReceivedAt).ThenBy(l => l.Number, StringComparer.Ordinal)];
    }

    /// <summary>The trail says where each stood; whatever has none stands as it is.</summary>
    private async Task<IEnumerable<TipoffLine>> AsOfAsync(IReadOnlyList<TipoffLine> lines, DateTimeOffset frozen, CancellationToken cancellation)
    {
        string[] numbers = [.. lines.Select(l => l.Number)];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var steps = await db.Tipoffs.AsNoTracking().Where(t => EF.Parameter(numbers).Contains(t.Number))
            .Join(db.TipoffSteps, t => t.Id, s => s.TipoffId, (t, s) => new { Tipoff = t.Number, Step = s })
            .ToListAsync(cancellation);
        var trails = steps.OrderBy(s => s.Step.Number).ToLookup(s => s.Tipoff, s => s.Step);
        return lines.Select(l => AsOf(l, [.. trails[l.Number]], frozen)).OfType<TipoffLine>();
    }

    /// <param name="trail">In order.</param>
    /// <returns>Null: it was entered later.</returns>
    private static TipoffLine? AsOf(TipoffLine line, IReadOnlyList<TipoffStep> trail, DateTimeOffset frozen)
    {
        if (trail.Count == 0 || trail[^1].At <= frozen)
            return line;
        var then = trail.TakeWhile(s => s.At <= frozen).ToList();
        var assessed = then.FindLastIndex(s => s.Verdict is not null);
        return then.Count == 0 ? null : line with
        {
            State = then[^1].To,
            Verdict = assessed < 0 || then.Skip(assessed).Any(s => s.To == TipoffState.Returned) ? null : then[assessed].Verdict,
        };
    }
}
