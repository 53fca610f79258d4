namespace Command.Reviews.Slides;

/// <summary>A part of a slide. Every text comes formatted; unknown is "—", never 0.</summary>
public abstract record Block;

/// <summary>How a text or a mark is meant: amber waits, red is overdue or broken, nothing else has these colours.</summary>
public enum Tone
{
    Normal,
    Strong,
    Quiet,
    Accent,
    Waits,
    Overdue,
}
