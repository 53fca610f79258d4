namespace Command.Comparable;

/// <summary>Figures of one subtree by local day, as they were read.</summary>
/// <param name="FirstDay">Where the record begins; before it nothing is known. Null: nothing is known at all.</param>
/// <param name="Sources">Days, both inclusive, on which something could be counted.</param>
/// <param name="Days">Without those on which nothing happened.</param>
/// <param name="Beside">By predecessor: what stays with it, since nobody knows the shares.</param>
public sealed record FigureDays(
    DateOnly? FirstDay,
    IReadOnlyList<Bucket> Sources,
    IReadOnlyDictionary<DateOnly, Figure> Days,
    IReadOnlyDictionary<int, IReadOnlyDictionary<DateOnly, Figure>> Beside)
{
    /// <summary>Null: not a day of the bucket is known.</summary>
    public Figure? In(Bucket bucket, DateOnly today) => KnownDays(bucket, today) == 0 ? null : Sum(Days, bucket);

    /// <summary>A part of the bucket is unknown or still to come.</summary>
    public bool IsPart(Bucket bucket, DateOnly today) => KnownDays(bucket, today) is var known && known > 0 && known <= bucket.To.DayNumber - bucket.From.DayNumber;

    /// <summary>Null: the predecessor counted nothing in the bucket.</summary>
    public Figure? Of(int predecessor, Bucket bucket) => Beside[predecessor].Keys.Any(d => bucket.Overlaps(d, d)) ? Sum(Beside[predecessor], bucket) : null;

    private static Figure Sum(IReadOnlyDictionary<DateOnly, Figure> days, Bucket bucket)
    {
        var sum = Figure.Nothing;
        for (var day = bucket.From; day <= bucket.To; day = day.AddDays(1))
            sum += days.GetValueOrDefault(day);
        return sum;
    }

    private int KnownDays(Bucket bucket, DateOnly today) => FirstDay is not { } first ? 0 : Sources.Sum(source =>
    {
        var from = Math.Max(Math.Max(source.From.DayNumber, bucket.From.DayNumber), first.DayNumber);
        return Math.Max(0, Math.Min(Math.Min(source.To.DayNumber, bucket.To.DayNumber), today.DayNumber) - from + 1);
    });
}
