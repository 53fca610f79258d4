using Command.Comparable;
using Command.Ranking;

namespace Command.Boards.Compare;

/// <summary>One figure set against another: how far apart, and whether that is more than the noise of counting.</summary>
/// <param name="Mark">Null: no noise can be told of it: a level, what shares have made, what is half decided, days that both have.</param>
/// <param name="Sign">1: the first is more, or slower.</param>
/// <param name="Apart">Points of a ratio, else percent; null: of too small a base, or of medians.</param>
/// <param name="IsDaily">Both were counted over different lengths, and so are set side by side by the day.</param>
public sealed record Contrast(ChangeMark? Mark, int Sign, double? Apart, bool IsDaily)
{
    /// <summary>Differences that would be shown as 0 % are none.</summary>
    private const double Alike = 0.005;

    /// <summary>
    /// A unit against the average of its group. Whether it differs is asked of the other units alone, since it is itself a
    /// part of the average. Null: one of the two is unknown, or no other unit is known.
    /// </summary>
    public static Contrast? WithGroup(Measure measure, ComparedLine line)
    {
        if (line is not { Total: { } own, Group: { Known: > 1, Total: { } all } group })
            return null;
        var (days, unitDays) = line.Days is { } d && group.Days is { } g ? (d, g) : (1.0, (double)group.Known);
        var others = measure.IsTogether
            ? new Figure(all.Value - own.Value, all.Of - own.Of, all.Pending - own.Pending, all.IsRestated) { Times = all.Times?.Without(own.Times) }
            : new Figure(all.Value * group.Known - own.Value, 0, 0, all.IsRestated);
        var usual = measure.Form == MeasureForm.Count ? all.Part(group.Known * days / unitDays, all.IsRestated) : all;
        return Of(measure, own, days, usual, others, unitDays - days, Dispersion(line), days * group.Known != unitDays);
    }

    /// <summary>A unit in one period against itself in another. Null: one of them is unknown.</summary>
    public static Contrast? WithPeriod(Measure measure, ComparedLine line, ComparedLine other)
    {
        if (line.Total is not { } own || other.Total is not { } before)
            return null;
        var (days, otherDays) = line.Days is { } d && other.Days is { } o ? (d, o) : ((double)line.Period.Days, (double)other.Period.Days);
        var usual = measure.Form == MeasureForm.Count ? before.Part(days / otherDays, before.IsRestated) : before;
        var contrast = Of(measure, own, days, usual, before, otherDays, Math.Max(Dispersion(line), Dispersion(other)), days != otherDays);
        return line.Period.From <= other.Period.To && other.Period.From <= line.Period.To ? contrast! with { Mark = null } : contrast;
    }

    /// <param name="usual">What the figure would be if nothing differed.</param>
    /// <param name="other">What was counted of the other.</param>
    private static Contrast? Of(Measure measure, Figure own, double days, Figure usual, Figure other, double otherDays, double phi, bool isDaily)
    {
        if (own.Number(measure) is not { } number || usual.Number(measure) is not { } expected)
            return null;
        var isMarked = measure.Form != MeasureForm.Level && !own.IsRestated && !other.IsRestated && !own.IsProvisional && !other.IsProvisional && otherDays > 0;
        ChangeMark? mark = !isMarked ? null : measure.Form switch
        {
            MeasureForm.Share => Change.OfShares((long)own.Value, (long)own.Of, (long)Math.Round(other.Value), (long)Math.Round(other.Of)),
            MeasureForm.Median => Change.OfMedians(own.Times!.Whole(), other.Times!.Whole()),
            _ when days == otherDays => Change.OfCounts((long)own.Value, (long)Math.Round(other.Value), phi),
            _ => Change.OfRates((long)own.Value, days, (long)Math.Round(other.Value), otherDays, phi),
        };
        double? apart = measure.Form switch
        {
            MeasureForm.Share => 100 * (number - expected),
            MeasureForm.Median => null,
            _ => Change.Percent(number, expected),
        };
        var isAlike = measure.Form == MeasureForm.Share ? Math.Abs(number - expected) < Alike / 10 : Math.Abs(number - expected) < Alike * expected;
        return new Contrast(mark, isAlike ? 0 : Math.Sign(number - expected), apart, isDaily && measure.Form == MeasureForm.Count);
    }

    /// <summary>Of the line's own points of one length: what they scatter beyond chance, the whole scatters as well.</summary>
    private static double Dispersion(ComparedLine line)
    {
        var longest = line.Points.Max(p => p.Days.Days);
        return Change.Dispersion([.. line.Points.Where(p => !p.IsPart && 10 * p.Days.Days >= 9 * longest).Select(p => p.Figure).OfType<Figure>().Select(f => (long)Math.Round(f.Value))]);
    }
}
