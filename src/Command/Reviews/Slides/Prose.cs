namespace Command.Reviews.Slides;

/// <summary>Paragraphs and bullets. The type shrinks within bounds; what still does not fit goes on on the next slide.</summary>
public sealed record Prose(IReadOnlyList<Line> Lines) : Block;

/// <param name="Text">One paragraph.</param>
public sealed record Line(string Text, bool IsBullet = false, Tone Tone = Tone.Normal);
