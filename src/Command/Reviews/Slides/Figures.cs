namespace Command.Reviews.Slides;

/// <summary>Big numbers in a row of at most four, more in further rows.</summary>
public sealed record Figures(IReadOnlyList<Figure> Items) : Block;

/// <param name="Label">Small, above: what is counted.</param>
/// <param name="Value">Big: "1.230", "24,96 %", "—".</param>
/// <param name="Comparison">Below: "cao hơn kỳ trước 12 %"; a ratio's "307/1.230".</param>
/// <param name="Tone">Of the value.</param>
public sealed record Figure(string Label, string Value, string? Comparison = null, Tone Tone = Tone.Normal);
