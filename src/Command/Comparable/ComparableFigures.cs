using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Comparable;

/// <summary>
/// Reads figures of subtrees by local day from daily sums and readings, restated into the order of a day: one grouped
/// query for all pages or units that count alike, and no look at an event or a tip-off.
/// </summary>
public sealed class ComparableFigures(IDbContextFactory<CommandDb> databases)
{
    /// <param name="spans">Whose figures count, as <see cref="RestatedTree.Sources"/> tells.</param>
    /// <param name="ends">The days of which a level is asked; none after today.</param>
    public async Task<FigureDays> ReadAsync(
        Measure measure, UnitTree tree, IReadOnlyList<PlacementSpan> spans, CancellationToken cancellation, IReadOnlyCollection<DateOnly>? ends = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var parts = FigurePart.Of(spans, tree, measure);
        var courses = new Courses();
        if (measure.Form == MeasureForm.Level)
        {
            await AddLevelsAsync(db, measure, parts, ends ?? [], courses, cancellation);
            return new FigureDays(null, [], courses.Own, courses.Beside) { IsLevel = true };
        }

        var told = await ToldRanges.ReadAsync(db, measure, parts, cancellation);
        foreach (var range in told.Summed)
            courses.Add(range.Part, range.Days, range.Figure);
        var sources = new List<Bucket>();
        var counted = new HashSet<int>();
        foreach (var part in measure.IsTold ? [] : parts)
        {
            if (part.BesideUnitId is null && part.Ids.Where(id => measure.IsOfTipoffs || !told.Pages.Contains(id)).ToList() is { Count: > 0 } ids)
            {
                counted.UnionWith(ids);
                sources.Add(new Bucket(part.From, part.To));
            }

            foreach (var sum in await FigureSums.ReadAsync(db, measure, part, cancellation))
                courses.Add(part, sum.Day, sum.Figure.Part(part.Share, part.IsRestated));
        }

        return new FigureDays(await FirstDayAsync(db, measure, [.. counted], cancellation), Joined(sources), courses.Own, courses.Beside)
        {
            Unsummed = [.. told.Unsummed.Select(u => u.Days).Distinct()],
        };
    }

    /// <summary>Pages that these units themselves own, cut where that changes.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To, int[] Pages)> Owned(UnitTree tree, int[] units, DateOnly from, DateOnly to)
    {
        var spans = new List<(DateOnly From, DateOnly To, int[] Pages)>();
        DateOnly[] cuts = [from, .. tree.ChangesIn(from, to)];
        for (var i = 0; i < cuts.Length; i++)
        {
            int[] pages = [.. units.SelectMany(unit => tree.PagesOf(unit, cuts[i])).Order()];
            var end = i + 1 < cuts.Length ? cuts[i + 1].AddDays(-1) : to;
            if (spans is [.., var last] && last.Pages.SequenceEqual(pages))
                spans[^1] = last with { To = end };
            else
                spans.Add((cuts[i], end, pages));
        }

        return spans;
    }

    /// <summary>Also of the last day of what stays beside: after it nothing stands there any more.</summary>
    private static async Task AddLevelsAsync(
        CommandDb db, Measure measure, IReadOnlyList<FigurePart> parts, IReadOnlyCollection<DateOnly> ends, Courses courses, CancellationToken cancellation)
    {
        foreach (var day in ends.Concat(parts.Where(p => p.BesideUnitId is not null).Select(p => p.To)).Distinct())
        {
            foreach (var part in parts.Where(p => p.Contains(day)))
            {
                var known = (await LastReadings.ReadAsync(db, part.Ids, measure.Counted!, day, cancellation)).Values.OfType<double>().ToList();
                if (known.Count > 0)
                    courses.Add(part, day, new Figure(known.Sum(), 0, 0, false).Part(part.Share, part.IsRestated));
            }
        }
    }

    /// <summary>Unknown is not zero: a page that nobody listened to yet did not keep silent.</summary>
    private static async Task<DateOnly?> FirstDayAsync(CommandDb db, Measure measure, int[] ids, CancellationToken cancellation)
    {
        if (measure.IsOfTipoffs)
            return await db.TipoffDays.Where(d => EF.Parameter(ids).Contains(d.UnitId)).MinAsync(d => (DateOnly?)d.Day, cancellation);
        return (await FigureSums.FirstDaysAsync(db, ids, cancellation)).Values.Min();
    }

    private static List<Bucket> Joined(IEnumerable<Bucket> spans)
    {
        var joined = new List<Bucket>();
        foreach (var span in spans.OrderBy(s => s.From).ThenBy(s => s.To))
        {
            if (joined is [.., var last] && span.From <= last.To.AddDays(1))
                joined[^1] = last with { To = last.To > span.To ? last.To : span.To };
            else
                joined.Add(span);
        }

        return joined;
    }

    private sealed class Courses
    {
        private readonly Dictionary<DateOnly, Figure> days = [];
        private readonly List<(Bucket, Figure)> ranges = [];
        private readonly Dictionary<int, Courses> beside = [];

        public FigureCourse Own => new(days, ranges);

        public IReadOnlyDictionary<int, FigureCourse> Beside => beside.ToDictionary(b => b.Key, b => b.Value.Own);

        public void Add(FigurePart part, DateOnly day, Figure figure)
        {
            var into = Of(part).days;
            into[day] = into.GetValueOrDefault(day) + figure;
        }

        public void Add(FigurePart part, Bucket range, Figure figure) => Of(part).ranges.Add((range, figure));

        private Courses Of(FigurePart part) => part.BesideUnitId is not { } predecessor ? this
            : beside.TryGetValue(predecessor, out var standing) ? standing
            : beside[predecessor] = new Courses();
    }
}
