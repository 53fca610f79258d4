using System.Globalization;
using Command.Periods;

namespace Command.Comparable;

public enum Step
{
    Day,
    Week,
    Month,
}

/// <summary>Local days, both inclusive, that one point of a line stands for.</summary>
public readonly record struct Bucket(DateOnly From, DateOnly To)
{
    private const int DaysShownSingly = 45;
    private const int DaysShownByWeek = 200;
    private const int MostPoints = 400;

    /// <summary>The period cut by day, by week from Monday, or by month; the first and the last may be shorter.</summary>
    public static IReadOnlyList<Bucket> Of(Period period, Step step)
    {
        var buckets = new List<Bucket>();
        for (var from = period.From; from <= period.To;)
        {
            var end = step switch
            {
                Step.Day => from,
                Step.Week => from.AddDays(6 - ((int)from.DayOfWeek + 6) % 7),
                _ => new DateOnly(from.Year, from.Month, 1).AddMonths(1).AddDays(-1),
            };
            var to = end < period.To ? end : period.To;
            buckets.Add(new Bucket(from, to));
            from = to.AddDays(1);
        }

        return buckets;
    }

    /// <summary>As many points as a line can carry; what was asked for unless it would be too many to draw.</summary>
    public static Step StepFor(IEnumerable<Period> periods, Step? asked)
    {
        var days = periods.Max(p => p.Days);
        var step = asked ?? (days <= DaysShownSingly ? Step.Day : days <= DaysShownByWeek ? Step.Week : Step.Month);
        if (step == Step.Day && days > MostPoints)
            step = Step.Week;
        return step == Step.Week && days > MostPoints * 7 ? Step.Month : step;
    }

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>
    /// Whether a figure of a whole range of days stands here. A platform's weeks need not begin on Monday: one that is no
    /// longer than a step stands where it ends; none is split.
    /// </summary>
    /// <param name="step">Null: the bucket is a whole period, and the range must lie in it.</param>
    public bool Holds(Bucket range, Step? step) =>
        range.To >= From && range.To <= To && (range.From >= From || (step is { } each && range.Days <= MostDays(each)));

    public static int MostDays(Step step) => step switch
    {
        Step.Day => 1,
        Step.Week => 7,
        _ => 31,
    };

    /// <summary>How many days both have.</summary>
    public int Common(DateOnly from, DateOnly to) => Math.Max(0, Math.Min(To.DayNumber, to.DayNumber) - Math.Max(From.DayNumber, from.DayNumber) + 1);

    public bool Overlaps(DateOnly from, DateOnly to) => From <= to && To >= from;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}");
}
