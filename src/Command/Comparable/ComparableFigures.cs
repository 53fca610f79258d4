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
    /// <param name="step">At which the figures are looked at. By month, whole ones are read from their sums and stand on their first day.</param>
    public async Task<FigureDays> ReadAsync(
        Measure measure, UnitTree tree, IReadOnlyList<PlacementSpan> spans, CancellationToken cancellation, IReadOnlyCollection<DateOnly>? ends = null, Step step = Step.Day)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);
        var parts = FigurePart.Of(spans, tree, measure);
        if (measure.Form == MeasureForm.Level)
            return (await LevelsAsync(db, measure, [parts], ends ?? [], cancellation))[0];
        var courses = new Courses();
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

            foreach (var sum in await FigureSums.ReadAsync(db, measure, part, step, cancellation))
                courses.Add(part, sum.Day, sum.Figure.Part(part.Share, part.IsRestated));
        }

        // Unknown is not zero: a page that nobody listened to yet did not keep silent.
        var firsts = await FigureSums.FirstDaysAsync(db, measure, [.. counted], cancellation);
        return new FigureDays(firsts.Values.Min(), Joined(sources), courses.Own, courses.Beside)
        {
            Unsummed = [.. told.Unsummed.Select(u => u.Days).Distinct()],
        };
    }

    /// <summary>Figures of a group of units, with what is known of each.</summary>
    /// <param name="members">Whose subtrees are meant.</param>
    /// <param name="ends">As above, and so is the step.</param>
    public async Task<GroupDays> ReadGroupAsync(
        Measure measure, RestatedTree restated, IReadOnlySet<int> members, DateOnly from, DateOnly to, CancellationToken cancellation, IReadOnlyCollection<DateOnly>? ends = null, Step step = Step.Day)
    {
        var each = restated.SourcesOfEach(members, from, to).Values.Select(sources => FigurePart.Of(sources, restated.Tree, measure)).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (measure.Form == MeasureForm.Level)
            return new GroupDays(measure, null, await LevelsAsync(db, measure, each, ends ?? [], cancellation));
        var spans = restated.Sources(members, from, to);
        return new GroupDays(
            measure,
            await ReadAsync(measure, restated.Tree, spans, cancellation, step: step),
            await KnownAsync(db, measure, FigurePart.Of(spans, restated.Tree, measure), each, cancellation));
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
    /// <param name="units">The parts of each.</param>
    private static async Task<IReadOnlyList<FigureDays>> LevelsAsync(
        CommandDb db, Measure measure, IReadOnlyList<IReadOnlyList<FigurePart>> units, IReadOnlyCollection<DateOnly> ends, CancellationToken cancellation)
    {
        var courses = units.Select(_ => new Courses()).ToList();
        foreach (var day in ends.Concat(units.SelectMany(parts => parts).Where(p => p.BesideUnitId is not null).Select(p => p.To)).Distinct())
        {
            var standing = units.SelectMany((parts, unit) => parts.Where(p => p.Contains(day)).Select(part => (Unit: unit, Part: part))).ToList();
            int[] pages = [.. standing.SelectMany(s => s.Part.Ids).Distinct()];
            var values = pages.Length == 0 ? [] : await LastReadings.ReadAsync(db, pages, measure.Counted!, day, cancellation);
            foreach (var (unit, part) in standing)
                courses[unit].AddLevel(part, day, values);
        }

        return [.. courses.Select(c => new FigureDays(null, [], c.Own, c.Beside) { IsLevel = true, Unread = c.Unread })];
    }

    /// <summary>Of each unit where its record begins and what platforms tell, without any count.</summary>
    private static async Task<IReadOnlyList<FigureDays>> KnownAsync(
        CommandDb db, Measure measure, IReadOnlyList<FigurePart> together, IReadOnlyList<IReadOnlyList<FigurePart>> each, CancellationToken cancellation)
    {
        var told = await ToldRanges.ReadAsync(db, measure, together, cancellation);
        int[] ids = measure.IsTold ? [] : [.. each.SelectMany(parts => parts).SelectMany(p => p.Ids).Distinct()];
        var firsts = await FigureSums.FirstDaysAsync(db, measure, ids, cancellation);
        return [.. each.Select(parts => Known([.. parts.Where(p => p.BesideUnitId is null)]))];

        FigureDays Known(IReadOnlyList<FigurePart> own)
        {
            var counted = own.Where(p => p.Ids.Any(IsCounted)).ToList();
            var ranges = told.Summed.Where(r => r.Part.BesideUnitId is null && own.Any(p => p.Ids.Contains(r.PageId) && r.Days.Overlaps(p.From, p.To)));
            return new FigureDays(
                counted.SelectMany(p => p.Ids).Where(IsCounted).Min(id => firsts.GetValueOrDefault(id)),
                Joined(counted.Select(p => new Bucket(p.From, p.To))),
                new FigureCourse(new Dictionary<DateOnly, Figure>(), [.. ranges.Select(r => (r.Days, r.Figure))]),
                new Dictionary<int, FigureCourse>());
        }

        bool IsCounted(int id) => !measure.IsTold && (measure.IsOfTipoffs || !told.Pages.Contains(id));
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
        private readonly Dictionary<DateOnly, (int Unread, int Pages)> pages = [];

        /// <summary>A level of which a page is unknown is unknown: less than all would be too low.</summary>
        public FigureCourse Own => new(pages.Count == 0 ? days : days.Where(d => pages[d.Key].Unread == 0).ToDictionary(), ranges);

        public IReadOnlyDictionary<DateOnly, (int Unread, int Pages)> Unread => pages.Where(p => p.Value.Unread > 0 && p.Value.Unread < p.Value.Pages).ToDictionary();

        public IReadOnlyDictionary<int, FigureCourse> Beside => beside.ToDictionary(b => b.Key, b => b.Value.Own);

        public void Add(FigurePart part, DateOnly day, Figure figure)
        {
            var into = Of(part).days;
            into[day] = into.GetValueOrDefault(day) + figure;
        }

        /// <param name="values">By page; null: nobody has read it yet.</param>
        public void AddLevel(FigurePart part, DateOnly day, Dictionary<int, double?> values)
        {
            var known = part.Ids.Select(id => values[id]).OfType<double>().ToList();
            var seen = Of(part).pages;
            var before = seen.GetValueOrDefault(day);
            seen[day] = (before.Unread + part.Ids.Length - known.Count, before.Pages + part.Ids.Length);
            if (known.Count > 0)
                Add(part, day, new Figure(known.Sum(), 0, 0, false).Part(part.Share, part.IsRestated));
        }

        public void Add(FigurePart part, Bucket range, Figure figure) => Of(part).ranges.Add((range, figure));

        private Courses Of(FigurePart part) => part.BesideUnitId is not { } predecessor ? this
            : beside.TryGetValue(predecessor, out var standing) ? standing
            : beside[predecessor] = new Courses();
    }
}
