using Command.Boards.Tipoffs;
using Command.Comparable;

namespace Command.Boards.Compare;

/// <summary>Which number of a comparison is taken apart, as the page's address carries it.</summary>
/// <param name="Period">Key of the whole period.</param>
/// <param name="Order">The day whose units hold; null: the last of the period.</param>
/// <param name="Days">Of one point; null: the whole period.</param>
/// <param name="By">The step of the line whose point it is.</param>
/// <param name="IsGroup">The figure of the unit's peer group.</param>
/// <param name="Page">Key of the page whose conversations are asked for.</param>
public sealed record PartsRequest(string Unit, string Period, Measure Measure, DateOnly? Order, Bucket? Days, Step? By, bool IsGroup, string? Page)
{
    public static PartsRequest Read(string? unit, string? period, string? measure, string? order, string? days, string? by, string? of, string? page)
    {
        var ends = days?.Split("..") is [var first, var last] && TipoffAddress.Day(first) is { } from && TipoffAddress.Day(last) is { } to && from <= to && to.DayNumber - from.DayNumber < Command.Periods.Period.MostDays
            ? new Bucket(from, to) : (Bucket?)null;
        return new PartsRequest(
            unit ?? "", period ?? "", Measure.Find(measure) ?? Measure.Messages, TipoffAddress.Day(order), ends, ends is null ? null : TipoffAddress.Word<Step>(by) ?? Step.Day, of == "group", string.IsNullOrEmpty(page) ? null : page);
    }

    /// <summary>Null: the asker sees no parts of it.</summary>
    /// <param name="point">Null: the whole period.</param>
    public static string? AddressOf(Comparison comparison, ComparedLine line, int? point = null) =>
        line.IsOwn ? Of(comparison, line, point, false)?.Address() : null;

    /// <inheritdoc cref="AddressOf"/>
    public static string? AddressOfGroup(Comparison comparison, ComparedLine line, int? point = null) =>
        line.Group is { IsOwn: true } ? Of(comparison, line, point, true)?.Address() : null;

    public string Address()
    {
        (string Name, string? Value)[] parts =
        [
            ("unit", Unit), ("period", Period), ("measure", Measure.Name), ("order", Order is { } day ? Figures.Iso(day) : null),
            ("days", Days?.ToString()), ("by", Days is null ? null : By?.ToString()), ("of", IsGroup ? "group" : null), ("page", Page),
        ];
        return "/compare/parts?" + string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    private static PartsRequest? Of(Comparison comparison, ComparedLine line, int? point, bool isGroup) => point >= line.Points.Count ? null : new(
        line.UnitKey, line.Period.Key, comparison.Measure, comparison.Order, point is { } i ? line.Points[i].Days : null, point is null ? null : comparison.Step, isGroup, null);
}
