using Command.Data;
using Command.Ranking;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>One period of the unit, read as the API reads it, and what a comparison needs beside it.</summary>
internal sealed record SpanFigures(ReviewSpan Span, SubtreeTotals Totals, TipoffRatio Tipoffs, CountedSums Counted, long? Residents)
{
    public static async Task<SpanFigures> ReadAsync(CommandDb db, UnitTree tree, TipoffRatios ratios, int unitId, ReviewSpan span, CancellationToken cancellation) => new(
        span,
        await SubtreeTotals.ReadAsync(db, tree, unitId, span.From, span.To, cancellation),
        await ratios.ReadAsync(unitId, span.From, span.To, cancellation),
        await CountedSums.ReadAsync(db, tree, unitId, span.From, span.To, cancellation),
        await db.UnitResidents.AsNoTracking().Where(r => r.UnitId == unitId && r.From <= span.To).OrderByDescending(r => r.From).Select(r => (long?)r.Count).FirstOrDefaultAsync(cancellation));

    /// <summary>What was collected, else what was declared; null: unknown.</summary>
    public ReviewValue? Value(ReviewMetric metric) => metric.Name switch
    {
        "valuable_ratio" => Ratio(),
        "tipoffs_received" => HasTipoffs ? new ReviewValue(Tipoffs.Received, ReviewBasis.Collected) : Of(Totals.DeclaredOfUnit(Metric.TipoffsReceived)),
        "tipoffs_valuable" => HasTipoffs ? new ReviewValue(Tipoffs.Valuable, ReviewBasis.Collected) { Bounds = Tipoffs.IsProvisional ? new ReviewRange(Tipoffs.Valuable, Tipoffs.Valuable + Tipoffs.Pending) : null } : Of(Totals.DeclaredOfUnit(Metric.TipoffsValuable)),
        "first_reply" => Counted.FirstReplies is { Count: > 0 } replies ? new ReviewValue(replies.MedianSeconds()!.Value, ReviewBasis.Collected, Of: replies.Count) : null,
        "answered_in_time" => Counted.Of(Metric.FellDue) is > 0 and var due ? Share(Counted.Of(Metric.AnsweredInTime), due, ReviewBasis.Collected, isOfCases: true) : null,
        "coverage" => Residents is > 0 and var residents && Count(ReviewMetric.Followers) is { } followers
            ? Share(followers.Number, residents, followers.Basis, isOfCases: false) with { Precision = followers.Precision, Documents = followers.Documents, To = followers.To }
            : null,
        "residents_online" when Residents is > 0 and var all => Count(metric) is { } online ? online with { Count = online.Number, Of = all } : null,
        _ => Count(metric),
    };

    private bool HasTipoffs => Tipoffs.Received + Tipoffs.Dropped > 0;

    private ReviewValue? Count(ReviewMetric metric)
    {
        var counted = Metric.Find(metric.Name)!;
        var (found, declared) = (Totals.Collected(counted), Totals.DeclaredOf(counted));
        if (metric.Form == ReviewForm.Level && found?.Last is { } last)
            return new ReviewValue(last, ReviewBasis.Collected);
        if (metric.Form == ReviewForm.Count && found?.Sum is { } sum && (sum > 0 || (metric.IsZeroKnown && declared is null && !Counted.IsEmpty)))
            return new ReviewValue(sum, ReviewBasis.Collected);
        return Of(declared);
    }

    private ReviewValue? Ratio()
    {
        if (HasTipoffs)
        {
            return Tipoffs.Received == 0 ? null : Share(Tipoffs.Valuable, Tipoffs.Received, ReviewBasis.Collected, isOfCases: true) with
            {
                Bounds = Tipoffs.IsProvisional ? ReviewRange.Of(Tipoffs.Bounds) : null,
            };
        }

        // Two published totals make a ratio only where they speak of the same days.
        var (received, valuable) = (Totals.DeclaredOfUnit(Metric.TipoffsReceived), Totals.DeclaredOfUnit(Metric.TipoffsValuable));
        return received is { Value: > 0 } && valuable is not null && valuable.Value <= received.Value && received.Days.SequenceEqual(valuable.Days)
            ? Share(valuable.Value, received.Value, ReviewBasis.Declared, isOfCases: true) with
            {
                Precision = received.Exactness,
                Documents = [.. received.Documents.Union(valuable.Documents)],
                From = received.From,
                To = received.To,
            }
            : null;
    }

    private static ReviewValue Share(double count, double of, ReviewBasis basis, bool isOfCases) =>
        new(count / of, basis, count, of) { Interval = isOfCases ? ReviewRange.Of(Wilson.Interval95(count, of)) : null };

    private static ReviewValue? Of(DeclaredTotal? declared) => declared is null ? null : new ReviewValue(declared.Value, ReviewBasis.Declared)
    {
        Precision = declared.Exactness,
        Documents = declared.Documents,
        From = declared.From,
        To = declared.To,
    };
}
