using Command.Ranking;

namespace Command.Reviews;

/// <summary>The lines of totals: this period beside the one it is compared with, with the mark that minds noise. Pure.</summary>
internal static class ReviewTotals
{
    /// <param name="phi">Dispersion by metric, from the months; 1 where it is unknown.</param>
    /// <param name="targets">By metric.</param>
    /// <param name="restatement">What mergers do to the comparison; null: nothing.</param>
    /// <returns>Without those of which nothing is known and nothing was set.</returns>
    public static IReadOnlyList<ReviewTotal> Of(
        SpanFigures now, SpanFigures? before, ReviewRestatement? restatement, IReadOnlyDictionary<string, double> phi, IReadOnlyDictionary<string, double> targets)
    {
        var lines = new List<ReviewTotal>();
        foreach (var metric in ReviewMetric.All)
        {
            var (own, other) = (now.Value(metric), before?.Value(metric));
            double? target = targets.TryGetValue(metric.Name, out var set) ? set : null;
            if (own is null && other is null && target is null)
                continue;
            if (restatement is { IsComparable: false })
            {
                lines.Add(new ReviewTotal(metric.Name, own, other, ChangeMark.Unknown, null, target) { IsIncomparable = true });
                continue;
            }

            // What shares have made is no count, and carries no mark of counting's noise; what is half decided would look low.
            var mark = restatement is { IsWhole: false } || (own?.Bounds ?? other?.Bounds) is not null ? ChangeMark.Unknown : Mark(metric, now, own, before, other, phi.GetValueOrDefault(metric.Name, 1));
            lines.Add(new ReviewTotal(metric.Name, own, other, mark, Percent(metric, own, other), target));
        }

        return lines;
    }

    /// <summary>Published totals are no counts of ours: they carry no mark, and neither does a level.</summary>
    private static ChangeMark Mark(ReviewMetric metric, SpanFigures now, ReviewValue? own, SpanFigures? before, ReviewValue? other, double phi)
    {
        if (before is null || own is not { Basis: ReviewBasis.Collected } || other is not { Basis: ReviewBasis.Collected })
            return ChangeMark.Unknown;
        return metric switch
        {
            { Form: ReviewForm.Seconds } => Change.OfMedians(now.Counted.FirstReplies, before.Counted.FirstReplies),
            { Form: ReviewForm.Share } when metric != ReviewMetric.Coverage => Change.OfShares((long)own.Count!, (long)own.Of!, (long)other.Count!, (long)other.Of!),
            { Form: ReviewForm.Count } when AreAlike(now.Span, before.Span) => Change.OfCounts((long)own.Number, (long)other.Number, phi),
            { Form: ReviewForm.Count } => Change.OfRates((long)own.Number, now.Span.Period.Days, (long)other.Number, before.Span.Period.Days, phi),
            _ => ChangeMark.Unknown,
        };
    }

    private static double? Percent(ReviewMetric metric, ReviewValue? own, ReviewValue? other) =>
        metric.Form is ReviewForm.Count or ReviewForm.Level && own is not null && other is not null && own.Basis == other.Basis ? Change.Percent(own.Number, other.Number) : null;

    /// <summary>Months of one calendar count as equally long.</summary>
    private static bool AreAlike(ReviewSpan a, ReviewSpan b) => a.Period.Days == b.Period.Days || (a.Prefix is not null && a.Prefix == b.Prefix && a.Length == b.Length);
}
