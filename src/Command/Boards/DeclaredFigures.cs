using Command.Data;
using Command.Rollups;

namespace Command.Boards;

/// <summary>One figure that a document gives, as it stands there.</summary>
/// <param name="PageName">Null: of the unit itself.</param>
public sealed record DeclaredFigure(Metric Metric, Reading Reading, string? PageName);

/// <summary>All that documents say of a unit and its pages in a range; contradictory ones stand side by side.</summary>
/// <param name="Readings">In the order of the list of metrics.</param>
/// <param name="Residents">On the last day; null: unknown.</param>
public sealed record DeclaredFigures(IReadOnlyList<DeclaredFigure> Readings, long? Residents)
{
    public static readonly DeclaredFigures None = new([], null);

    /// <summary>n and N, where both speak of the same days.</summary>
    public (DeclaredTotal Valuable, DeclaredTotal Received)? Ratio =>
        Total(Metric.TipoffsValuable) is { } valuable && Total(Metric.TipoffsReceived) is { Value: > 0 } received && valuable.Value <= received.Value && valuable.Days.SequenceEqual(received.Days)
            ? (valuable, received) : null;

    /// <summary>The unit's own figure that holds; where it gives none, that of its pages.</summary>
    public DeclaredTotal? Total(Metric metric)
    {
        var said = Readings.Where(f => f.Metric == metric).Select(f => f.Reading).ToList();
        return Declared.OfUnit(metric, [.. said.Where(r => r.UnitId is not null)]) ?? Declared.OfPages(metric, said.Where(r => r.PageId is not null));
    }
}
