namespace Command.Comparable;

/// <summary>Figures of a group of units as they were read.</summary>
/// <param name="Together">Of all its units; null: of a level, which is the sum of those that are known.</param>
/// <param name="Each">What is known of each unit; of a level with its value.</param>
public sealed record GroupDays(Measure Measure, FigureDays? Together, IReadOnlyList<FigureDays> Each)
{
    /// <summary>Of how many units anything is known in the bucket.</summary>
    public int Known(Bucket bucket, DateOnly today, Step? step = null) => Each.Count(unit => unit.In(bucket, today, step) is not null);

    /// <summary>Known days of all its units together; null: of one that is known a platform tells whole ranges only.</summary>
    public double? UnitDays(Bucket bucket, DateOnly today)
    {
        var known = Each.Where(unit => unit.In(bucket, today) is not null).Select(unit => unit.KnownDays(bucket, today)).ToList();
        return known.Contains(0) ? null : known.Sum();
    }

    /// <summary>Of counts and levels the average over the units that are known, of ratios and medians all of it together; null: none is known.</summary>
    public Figure? In(Bucket bucket, DateOnly today, Step? step = null)
    {
        var known = Each.Select(unit => unit.In(bucket, today, step)).OfType<Figure>().ToList();
        if (known.Count == 0 || (Together is null ? known.Aggregate(Figure.Add) : Together.In(bucket, today, step)) is not { } sum)
            return null;
        return Measure.IsTogether ? sum : sum.Part(1.0 / known.Count, sum.IsRestated);
    }
}
