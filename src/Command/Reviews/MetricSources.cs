using Command.Data;
using Command.Rollups;

namespace Command.Reviews;

/// <summary>What is known of one metric of a unit in a range, by who says it.</summary>
/// <param name="Declared">The figure that holds; null: no document.</param>
/// <param name="Own">All readings of the unit itself that documents give, whether or not they hold.</param>
/// <param name="Collected">Null: nothing was collected, which is not zero.</param>
/// <param name="Parts">Units directly below that have a figure.</param>
/// <param name="Below">How many units stand directly below, partners outside the police left out.</param>
/// <param name="Rate">The document's figure per day, of the same unit.</param>
public sealed record MetricSources(
    Metric Metric, DeclaredTotal? Declared, IReadOnlyList<Reading> Own, CollectedFigure? Collected, IReadOnlyList<PartFigure> Parts, int Below, DeclaredTotal? Rate);

/// <param name="Since">The first day on which something was collected.</param>
/// <param name="SilentPages">Of <paramref name="Pages"/>, those without an event in the range.</param>
public sealed record CollectedFigure(double Value, DateOnly From, DateOnly To, DateOnly? Since, int SilentPages, int Pages)
{
    /// <summary>Of the number of pages: by the kind of unit that owns them.</summary>
    public IReadOnlyDictionary<UnitKind, int> PagesByKind { get; init; } = new Dictionary<UnitKind, int>();
}

/// <param name="Metric">The one asked for, or a wider one where the unit gives only that.</param>
/// <param name="Declared">Null: collected.</param>
public sealed record PartFigure(string Name, Metric Metric, double Value, DeclaredTotal? Declared);
