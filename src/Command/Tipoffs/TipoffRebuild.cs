using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>A row of the counts that does not say what the tip-offs say.</summary>
public sealed record TipoffDrift(TipoffCell Cell, long Stands, long Should);

/// <summary>Recounts days of tip-offs from the tip-offs themselves; words are not needed.</summary>
public sealed class TipoffRebuild(IDbContextFactory<CommandDb> databases)
{
    /// <returns>Every row that differs; none when all is well.</returns>
    public async Task<IReadOnlyList<TipoffDrift>> VerifyAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);
        var should = new Dictionary<TipoffCell, long>();
        await foreach (var tipoff in db.Tipoffs.AsNoTracking().Where(t => t.Day >= from && t.Day <= to).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var cell = TipoffCell.Of(tipoff);
            should[cell] = should.GetValueOrDefault(cell) + 1;
        }

        var drifts = new List<TipoffDrift>();
        await foreach (var row in db.TipoffDays.AsNoTracking().Where(d => d.Day >= from && d.Day <= to).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            should.Remove(TipoffCell.Of(row), out var right);
            if (right != row.Count)
                drifts.Add(new TipoffDrift(TipoffCell.Of(row), row.Count, right));
        }

        drifts.AddRange(should.Select(missing => new TipoffDrift(missing.Key, 0, missing.Value)));
        return drifts;
    }

    /// <summary>Adds what is missing to what <see cref="VerifyAsync"/> finds, so that a step taken meanwhile is not undone.</summary>
    public async Task<IReadOnlyList<TipoffDrift>> CorrectAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var drifts = await VerifyAsync(from, to, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        foreach (var drift in drifts)
        {
            await TipoffDayRows.AddAsync(db, drift.Cell, drift.Should - drift.Stands, cancellation);
            // Each save would look through all rows added before it.
            db.ChangeTracker.Clear();
        }

        await db.CountChangeAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return drifts;
    }
}
