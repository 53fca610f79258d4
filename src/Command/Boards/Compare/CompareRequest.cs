using Command.Boards.Tipoffs;
using Command.Comparable;

namespace Command.Boards.Compare;

/// <summary>What is compared, as the page's address carries it; what makes no sense is left out.</summary>
/// <param name="Units">Keys; empty: the page chooses.</param>
/// <param name="Periods">Keys of periods; empty: the page chooses.</param>
/// <param name="By">Null: as the length of the periods asks for.</param>
public sealed record CompareRequest(IReadOnlyList<string> Units, IReadOnlyList<string> Periods, Measure Measure, Step? By)
{
    /// <summary>More lines than this nobody tells apart.</summary>
    public const int MostLines = 8;

    public static CompareRequest Read(IEnumerable<string?>? units, IEnumerable<string?>? periods, string? measure, string? by) => new(
        Keys(units), Keys(periods), Measure.Find(measure) ?? Measure.Messages, TipoffAddress.Word<Step>(by));

    /// <param name="path">The page's own, or a download's.</param>
    public string Address(string path = "/compare")
    {
        var parts = Units.Select(unit => ("unit", unit))
            .Concat(Periods.Select(period => ("period", period)))
            .Concat(Measure == Measure.Messages ? [] : [("measure", Measure.Name)])
            .Concat(By is { } step ? [("by", step.ToString())] : []);
        var query = string.Join('&', parts.Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public bool Equals(CompareRequest? other) => other is not null && Address() == other.Address();

    public override int GetHashCode() => Address().GetHashCode(StringComparison.Ordinal);

    private static List<string> Keys(IEnumerable<string?>? keys) =>
        [.. (keys ?? []).OfType<string>().Where(k => k.Length is > 0 and <= 100).Distinct(StringComparer.Ordinal).Take(MostLines)];
}
