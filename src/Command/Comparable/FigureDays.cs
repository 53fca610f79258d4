namespace Command.Comparable;

/// <summary>Figures by local day, and those that a platform tells of whole ranges of days only.</summary>
/// <param name="Days">Without those on which nothing happened; of a level the days that were asked for.</param>
public sealed record FigureCourse(IReadOnlyDictionary<DateOnly, Figure> Days, IReadOnlyList<(Bucket Days, Figure Figure)> Ranges)
{
    public Figure Sum(Bucket bucket)
    {
        var sum = Figure.Nothing;
        for (var day = bucket.From; day <= bucket.To; day = day.AddDays(1))
            sum += Days.GetValueOrDefault(day);
        return sum;
    }

    /// <summary>Ranges that stand in the bucket, as <see cref="Bucket.Holds"/> tells.</summary>
    public IReadOnlyList<(Bucket Days, Figure Figure)> In(Bucket bucket, Step? step) => [.. Ranges.Where(r => bucket.Holds(r.Days, step))];
}

/// <summary>Figures of one subtree as they were read.</summary>
/// <param name="FirstDay">Where the record of days begins; before it nothing is known. Null: no day is known.</param>
/// <param name="Sources">Days, both inclusive, on which something could be counted.</param>
/// <param name="Beside">By predecessor: what stays with it, since nobody knows the shares.</param>
public sealed record FigureDays(DateOnly? FirstDay, IReadOnlyList<Bucket> Sources, FigureCourse Own, IReadOnlyDictionary<int, FigureCourse> Beside)
{
    public bool IsLevel { get; init; }

    /// <summary>Ranges that a platform tells and that are not summed.</summary>
    public IReadOnlyList<Bucket> Unsummed { get; init; } = [];

    /// <summary>Of a level: days on which it is unknown because some of its pages had no reading yet.</summary>
    public IReadOnlyDictionary<DateOnly, (int Unread, int Pages)> Unread { get; init; } = new Dictionary<DateOnly, (int, int)>();

    /// <summary>Null: nothing of the bucket is known.</summary>
    /// <param name="step">Of the line whose point the bucket is; null: it is the whole period.</param>
    public Figure? In(Bucket bucket, DateOnly today, Step? step = null)
    {
        if (IsLevel)
            return Own.Days.TryGetValue(bucket.To < today ? bucket.To : today, out var level) ? level : null;
        var told = Own.In(bucket, step);
        return KnownDays(bucket, today) == 0 && told.Count == 0 ? null : told.Aggregate(Own.Sum(bucket), (sum, range) => sum + range.Figure);
    }

    /// <summary>A part of the bucket is unknown or still to come.</summary>
    public bool IsPart(Bucket bucket, DateOnly today, Step? step = null)
    {
        if (IsLevel)
            return bucket.To > today && bucket.From <= today;
        var known = KnownDays(bucket, today);
        return known > 0 ? known < bucket.Days : Own.In(bucket, step) is { Count: > 0 } told && told.Min(r => r.Days.From) is var first && told.Max(r => r.Days.To) is var last
            && (step is null ? first > bucket.From || last < bucket.To : last.DayNumber - first.DayNumber + 1 < bucket.Days);
    }

    /// <summary>Null: nothing of the predecessor is known in the bucket.</summary>
    public Figure? Of(int predecessor, Bucket bucket, Step? step = null)
    {
        var course = Beside[predecessor];
        var days = course.Days.Keys.Where(d => bucket.Overlaps(d, d)).ToList();
        if (IsLevel)
            return days.Count == 0 ? null : course.Days[days.Max()];
        var told = course.In(bucket, step);
        return days.Count == 0 && told.Count == 0 ? null : told.Aggregate(course.Sum(bucket), (sum, range) => sum + range.Figure);
    }

    /// <summary>Days of the bucket of which counts are known.</summary>
    public int KnownDays(Bucket bucket, DateOnly today) => FirstDay is not { } first ? 0 : Sources.Sum(source =>
    {
        var from = Math.Max(Math.Max(source.From.DayNumber, bucket.From.DayNumber), first.DayNumber);
        return Math.Max(0, Math.Min(Math.Min(source.To.DayNumber, bucket.To.DayNumber), today.DayNumber) - from + 1);
    });
}
