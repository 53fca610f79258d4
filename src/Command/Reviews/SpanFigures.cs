using Command.Api;
using Command.Data;
using Command.Ranking;

namespace Command.Reviews;

/// <summary>One period of the unit as the API tells it, and what a comparison needs beside it. Pure.</summary>
internal sealed record SpanFigures(ReviewSpan Span, Totals Totals, CountedSums Counted, long? Residents)
{
    /// <summary>What was collected, else what was declared; null: unknown.</summary>
    public ReviewValue? Value(ReviewMetric metric) => metric.Name switch
    {
        "valuable_ratio" => Ratio(),
        "tipoffs_received" => Tipoffs(Totals.Tipoffs.Received, Totals.Tipoffs.Sources.Declared?.Received),
        "tipoffs_valuable" => Tipoffs(Totals.Tipoffs.Valuable, Totals.Tipoffs.Sources.Declared?.Valuable),
        "first_reply" => Found("first_reply") is { Count: > 0, MedianSeconds: { } median } reply ? new ReviewValue(median, ReviewBasis.Collected, Of: reply.Count) : null,
        "answered_in_time" => Found("first_reply") is { Count: > 0 } replies
            ? Share(Found("answered_in_time")?.Count ?? 0, replies.Count, ReviewBasis.Collected) with { Interval = ReviewRange.Of(Wilson.Interval95(Found("answered_in_time")?.Count ?? 0, replies.Count)) }
            : null,
        "coverage" => Residents is > 0 and var residents && Level("followers") is { } followers
            ? Share(followers.Number, residents, followers.Basis) with { Precision = followers.Precision, Documents = followers.Documents, To = followers.To }
            : null,
        _ when metric.Form == ReviewForm.Level => Level(metric.Name),
        _ => Count(metric),
    };

    private MetricTotals? Found(string name) => Totals.Metrics.GetValueOrDefault(name);

    private ReviewValue? Count(ReviewMetric metric)
    {
        var found = Found(metric.Name);
        if (found?.Sum is { } sum && (sum > 0 || (metric.IsZeroKnown && found.Declared is null && !Counted.IsEmpty)))
            return new ReviewValue(sum, ReviewBasis.Collected);
        return found?.Declared is { } declared ? Of(declared) : null;
    }

    private ReviewValue? Level(string name) => Found(name) switch
    {
        { Last: { } last } => new ReviewValue(last, ReviewBasis.Collected),
        { Declared: { } declared } => Of(declared),
        _ => null,
    };

    private ReviewValue? Tipoffs(long? number, DeclaredTotal? declared) => (Totals.Tipoffs.Basis, number, declared) switch
    {
        ("collected", { } count, _) => new ReviewValue(count, ReviewBasis.Collected),
        ("declared", _, { } told) => Of(told),
        _ => null,
    };

    private ReviewValue? Ratio()
    {
        var told = Totals.Tipoffs;
        if (told is not { Ratio: not null, Received: { } received, Valuable: { } valuable })
            return null;
        var ratio = told.Basis == "collected"
            ? Share(valuable, received, ReviewBasis.Collected)
            : Of(told.Sources.Declared!.Received!) with { Number = (double)valuable / received, Count = valuable, Of = received };
        return ratio with
        {
            Interval = ReviewRange.Of(Wilson.Interval95(valuable, received)),
            Bounds = told.Sources.Collected is { IsProvisional: true } collected && told.Basis == "collected"
                ? new ReviewRange((double)valuable / received, (double)(valuable + collected.Pending) / received)
                : null,
        };
    }

    private static ReviewValue Share(double count, double of, ReviewBasis basis) => new(count / of, basis, count, of);

    private static ReviewValue Of(DeclaredTotal declared) => new(declared.Value, ReviewBasis.Declared)
    {
        Precision = Enum.Parse<Precision>(declared.Precision, ignoreCase: true),
        Documents = declared.Documents,
        From = declared.From,
        To = declared.To,
    };
}
