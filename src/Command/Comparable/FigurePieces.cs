using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Comparable;

public enum PieceStanding
{
    /// <summary>By its share a part of the figure.</summary>
    Counted,

    /// <summary>With a predecessor, compared with nothing.</summary>
    Beside,

    /// <summary>A platform's own range that crosses an edge: known, and not summed.</summary>
    Unsummed,
}

/// <summary>One thing that a figure is made of.</summary>
/// <param name="UnitId">Whose page it was, or who received the tip-offs.</param>
/// <param name="PageId">Null: tip-offs.</param>
/// <param name="Days">That it speaks of.</param>
/// <param name="Own">Before any share is taken; null: unknown, which is not zero.</param>
public sealed record Piece(int UnitId, int? PageId, Bucket Days, double Share, bool IsRestated, PieceStanding Standing, Figure? Own)
{
    /// <summary>When a level was read.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who told it; null: counted from events or records.</summary>
    public ReadingSource? Source { get; init; }

    /// <summary>What of it counts.</summary>
    public Figure? Counted => Standing == PieceStanding.Counted ? Own?.Part(Share, IsRestated) : null;
}

/// <summary>Takes a figure of <see cref="ComparableFigures"/> apart: by page, reading or unit, each with its share. What counts of them sums to it.</summary>
public sealed class FigurePieces(IDbContextFactory<CommandDb> databases)
{
    /// <param name="spans">Of the whole period, as the figure was read.</param>
    /// <param name="days">The period, or a point of its line.</param>
    /// <param name="step">Of the line; null: the whole period is asked.</param>
    public async Task<IReadOnlyList<Piece>> ReadAsync(
        Measure measure, UnitTree tree, IReadOnlyList<PlacementSpan> spans, Bucket days, Step? step, DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var parts = FigurePart.Of(spans, tree, measure);
        if (measure.Form == MeasureForm.Level)
            return await LevelsAsync(db, measure, tree, parts, days with { To = days.To < today ? days.To : today }, cancellation);
        var told = await ToldRanges.ReadAsync(db, measure, parts, cancellation);
        return
        [
            .. measure.IsTold ? [] : await SumsAsync(db, measure, tree, parts, days, told.Pages, cancellation),
            .. told.Summed.Where(r => days.Holds(r.Days, step)).Select(r => Of(tree, r, Standing(r.Part))),
            .. told.Unsummed.Where(r => days.Overlaps(r.Days.From, r.Days.To)).Select(r => Of(tree, r, PieceStanding.Unsummed)),
        ];
    }

    private static async Task<IReadOnlyList<Piece>> SumsAsync(
        CommandDb db, Measure measure, UnitTree tree, IReadOnlyList<FigurePart> parts, Bucket days, IReadOnlySet<int> told, CancellationToken cancellation)
    {
        var pieces = new List<Piece>();
        foreach (var part in parts.Where(p => days.Overlaps(p.From, p.To)))
        {
            var cut = part with { From = part.From > days.From ? part.From : days.From, To = part.To < days.To ? part.To : days.To };
            var sums = await FigureSums.EachAsync(db, measure, cut, cancellation);
            Dictionary<int, DateOnly?> firsts = measure.IsOfTipoffs ? [] : await FigureSums.FirstDaysAsync(db, measure, part.Ids, cancellation);
            pieces.AddRange(part.Ids.Where(id => measure.IsOfTipoffs || !told.Contains(id)).Select(id => new Piece(
                measure.IsOfTipoffs ? id : tree.OwnerOn(id, cut.From)!.Value,
                measure.IsOfTipoffs ? null : id,
                new Bucket(cut.From, cut.To),
                part.Share,
                part.IsRestated,
                Standing(part),
                sums.TryGetValue(id, out var sum) ? sum : measure.IsOfTipoffs || firsts.GetValueOrDefault(id) <= cut.To ? Figure.Nothing : null)));
        }

        // Where something else in the tree changed, the same page goes on alike.
        return
        [
            .. pieces.GroupBy(p => (p.UnitId, p.PageId, p.Share, p.IsRestated, p.Standing)).Select(same => same.First() with
            {
                Days = new Bucket(same.Min(p => p.Days.From), same.Max(p => p.Days.To)),
                Own = same.Any(p => p.Own is not null) ? same.Aggregate(Figure.Nothing, (sum, p) => sum + (p.Own ?? Figure.Nothing)) : null,
            }),
        ];
    }

    private static async Task<IReadOnlyList<Piece>> LevelsAsync(
        CommandDb db, Measure measure, UnitTree tree, IReadOnlyList<FigurePart> parts, Bucket days, CancellationToken cancellation)
    {
        var pieces = new List<Piece>();
        foreach (var part in parts.Where(p => p.BesideUnitId is null ? p.Contains(days.To) : days.Overlaps(p.From, p.To)))
        {
            var day = part.To < days.To ? part.To : days.To;
            var (metric, end, ids) = (measure.Counted!.Id, LocalTime.StartOf(day.AddDays(1)), part.Ids);

            // By id first: one seek a page; whole rows would be numbered over all of the past.
            var last = db.Pages.Where(p => EF.Parameter(ids).Contains(p.Id))
                .Select(p => db.Readings
                    .Where(r => r.PageId == p.Id && r.Metric == metric && r.At < end && r.Source != ReadingSource.Declared)
                    .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Select(r => (long?)r.Id).FirstOrDefault());
            long[] readings = [.. (await last.ToListAsync(cancellation)).OfType<long>()];
            var known = await db.Readings.AsNoTracking().Where(r => EF.Parameter(readings).Contains(r.Id)).ToDictionaryAsync(r => r.PageId!.Value, cancellation);
            pieces.AddRange(part.Ids.Select(id => new Piece(
                tree.OwnerOn(id, day)!.Value, id, new Bucket(day, day), part.Share, part.IsRestated, Standing(part), known.TryGetValue(id, out var reading) ? new Figure(reading.Value, 0, 0, false) : null)
            {
                At = known.GetValueOrDefault(id)?.At,
                Source = known.GetValueOrDefault(id)?.Source,
            }));
        }

        return pieces;
    }

    private static Piece Of(UnitTree tree, ToldRange range, PieceStanding standing) =>
        new(tree.OwnerOn(range.PageId, range.Part.From)!.Value, range.PageId, range.Days, range.Part.Share, range.IsRestated, standing, range.Own) { Source = range.Source };

    private static PieceStanding Standing(FigurePart part) => part.BesideUnitId is null ? PieceStanding.Counted : PieceStanding.Beside;
}
