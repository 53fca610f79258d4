using Command.Data;
using Command.Rollups;

namespace Command.Reviews;

/// <summary>Sets side by side what is said of a metric and says where it differs and why, as far as that can be computed. Pure.</summary>
public static class Contradictions
{
    /// <summary>From this share of the whole on, one part among several is worth a word.</summary>
    private const double NearlyAll = 0.5;

    /// <summary>Counts more than the metric asked for, where a unit gives only that.</summary>
    public static Metric? Wider(Metric metric) => metric == Metric.Views ? Metric.ViewsAndShares : null;

    /// <summary>Whether figures of this metric can be set beside those of others at all.</summary>
    public static bool Compares(Metric metric) =>
        metric.Form is not (MetricForm.Duration or MetricForm.Rate or MetricForm.Percent) && metric != Metric.PostViews && metric != Metric.PostShares;

    /// <returns>Null: all that is said agrees, or only one says anything.</returns>
    public static Contradiction? Of(MetricSources said)
    {
        var declared = said.Declared is { } total ? Declared(total) : null;
        var collected = said.Collected is { } figure ? new Claim(ClaimKind.Collected, figure.Value, Precision.Exact, said.Metric.IsLast ? null : figure.From, figure.To, []) : null;
        // Parts that were all collected are the collected whole once more.
        var parts = said.Parts.Any(p => p.Declared is not null) ? PartsOf(said) : null;
        var others = declared is null ? [] : Others(said, declared).ToList();
        var rate = declared is not null && said is { Rate: { } perDay, Declared: { From: { } from, To: { } to } } ? RateOf(perDay, from, to) : null;

        List<Difference> differences = [];
        if (declared is not null)
        {
            differences.AddRange(others.Select(other => Between(declared, other, OfDocuments(declared, other))));
            if (rate is not null)
                differences.Add(Between(declared, rate, [OfRate(declared, said.Rate!)]));
            if (collected is not null)
                differences.Add(Between(declared, collected, OfCollecting(said, declared)));
        }

        if (parts is not null && (declared ?? collected) is { } whole)
            differences.Add(Between(whole, parts, OfParts(said, whole, parts)));
        differences.RemoveAll(d => d.Amount == 0);
        Claim?[] claims = [declared, .. others, rate, collected, parts];
        return differences.Count == 0 ? null : new Contradiction(said.Metric.Name, [.. claims.OfType<Claim>()], differences);
    }

    private static Claim Declared(DeclaredTotal total) => new(ClaimKind.Declared, total.Value, total.Exactness, total.From, total.To!.Value, total.Documents);

    private static Claim PartsOf(MetricSources said) => new(
        ClaimKind.Parts,
        said.Parts.Sum(p => p.Value),
        Rollups.Declared.Together(said.Parts.Select(p => p.Declared?.Exactness ?? Precision.Exact)),
        said.Parts.Min(p => p.Declared?.From ?? said.Collected?.From),
        said.Parts.Max(p => p.Declared?.To ?? said.Collected?.To) ?? DateOnly.MaxValue,
        [.. said.Parts.SelectMany(p => p.Declared?.Documents ?? []).Distinct()])
    {
        OtherMetric = said.Parts.FirstOrDefault(p => p.Metric != said.Metric)?.Metric.Name,
    };

    /// <summary>
    /// What other documents say of the same days, or of fewer days and yet more. A level is another document's only on the
    /// same day: on another it may have changed.
    /// </summary>
    private static IEnumerable<Claim> Others(MetricSources said, Claim declared) =>
        from reading in said.Own
        let last = reading.ToDay ?? LocalTime.DayOf(reading.At!.Value)
        let sameDays = last == declared.To && (said.Metric.IsLast || reading.FromDay == declared.From)
        let inside = !said.Metric.IsLast && reading.FromDay >= declared.From && last <= declared.To
        where (sameDays && reading.Value != declared.Value) || (inside && reading.Value > declared.Value)
        select new Claim(ClaimKind.Declared, reading.Value, reading.Precision, reading.FromDay, last, reading.Document is { } document ? [document] : []);

    private static Claim RateOf(DeclaredTotal perDay, DateOnly from, DateOnly to) =>
        new(ClaimKind.Rate, perDay.Value * Days(from, to), perDay.Exactness, from, to, perDay.Documents);

    private static Difference Between(Claim left, Claim right, IEnumerable<Explanation> reasons)
    {
        var overlap = ClaimRoom.Overlap(left, right);
        List<Explanation> found = [.. overlap ? [new Explanation(ExplanationKind.Precision)] : Array.Empty<Explanation>(), .. reasons];
        return new Difference(left, right, right.Value - left.Value, overlap, found.Count > 0 ? found : [new Explanation(ExplanationKind.Unexplained)]);
    }

    private static IEnumerable<Explanation> OfDocuments(Claim declared, Claim other)
    {
        if (declared.From != other.From || declared.To != other.To)
            yield return OtherDays(declared, other);
        if (!declared.Documents.SequenceEqual(other.Documents))
            yield return new Explanation(ExplanationKind.OtherDocument);
    }

    private static Explanation OfRate(Claim declared, DeclaredTotal perDay) => new(ExplanationKind.Rate)
    {
        Value = perDay.Value,
        Count = Days(declared.From!.Value, declared.To),
        Other = declared.Value / Days(declared.From!.Value, declared.To),
    };

    private static IEnumerable<Explanation> OfCollecting(MetricSources said, Claim declared)
    {
        var collected = said.Collected!;
        if (!said.Metric.IsLast && (declared.From != collected.From || declared.To != collected.To))
            yield return new Explanation(ExplanationKind.OtherDays) { From = declared.From, To = declared.To, OtherFrom = collected.From, OtherTo = collected.To };
        if (collected.Since is { } since && declared.From < since)
            yield return new Explanation(ExplanationKind.CollectedLater) { From = since };
        if (collected.SilentPages > 0 && said.Metric.Form == MetricForm.Counter)
            yield return new Explanation(ExplanationKind.PagesSilent) { Count = collected.SilentPages, Of = collected.Pages };
        foreach (var (kind, pages) in collected.PagesByKind.Where(k => collected.Value - k.Value == declared.Value))
            yield return new Explanation(ExplanationKind.OneKindBeyond) { UnitKind = kind, Count = pages };
        if (said.Metric == Metric.TipoffsValuable)
            yield return new Explanation(ExplanationKind.Confirmation);
    }

    private static IEnumerable<Explanation> OfParts(MetricSources said, Claim whole, Claim parts)
    {
        var largest = said.Parts.MaxBy(p => p.Value)!;
        if (largest.Value > whole.Value)
            yield return new Explanation(ExplanationKind.OnePartExceeds) { Name = largest.Name, Value = largest.Value };
        else if (whole.Value > 0 && largest.Value / whole.Value >= NearlyAll && said.Below > 1)
            yield return new Explanation(ExplanationKind.OnePartNearlyAll) { Name = largest.Name, Value = largest.Value, Share = largest.Value / whole.Value, Of = said.Below };
        if (said.Parts.Count < said.Below)
            yield return new Explanation(ExplanationKind.PartsMissing) { Count = said.Parts.Count, Of = said.Below };
        if (whole.From != parts.From || whole.To != parts.To)
            yield return OtherDays(whole, parts);
        if (parts.OtherMetric is { } wider)
            yield return new Explanation(ExplanationKind.WiderMetric) { Metric = wider };
        if (parts.Value > whole.Value && (said.Metric == Metric.Followers || said.Metric == Metric.GroupMembers))
            yield return new Explanation(ExplanationKind.CountedTwice);
    }

    private static Explanation OtherDays(Claim left, Claim right) =>
        new(ExplanationKind.OtherDays) { From = left.From, To = left.To, OtherFrom = right.From, OtherTo = right.To };

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;
}
