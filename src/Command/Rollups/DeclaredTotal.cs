using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Command.Rollups;

[Description("A figure entered by a person or taken from a document, for days wholly inside the range.")]
public sealed record DeclaredTotal(
    double Value,
    [property: Description("exact, about, atLeast or atMost.")] string Precision,
    [property: Description("The documents it was taken from.")] IReadOnlyList<string> Documents,
    [property: Description("First local day that the figure speaks of; null for a level at an instant.")] DateOnly? From,
    [property: Description("Last local day that the figure speaks of.")] DateOnly? To,
    [property: Description("unit: declared for the unit itself; pages: summed over declarations for single pages, where the unit declares nothing.")] string Of)
{
    /// <summary>The same as <see cref="Precision"/>.</summary>
    [JsonIgnore]
    public Command.Data.Precision Exactness { get; init; }

    /// <summary>The ranges that were summed; two figures are compared only over the same days.</summary>
    [JsonIgnore]
    public IReadOnlyList<(DateOnly? From, DateOnly? To)> Days { get; init; } = [];
}
