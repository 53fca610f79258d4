using Command.Tipoffs;

namespace Command.Boards.OneUnit;

/// <summary>One line of a table of ratios.</summary>
/// <param name="Address">Where its name leads; null: nowhere.</param>
/// <param name="Records">The list that its numbers count, whatever their standing; null: not for this reader.</param>
/// <param name="IsOwn">It is the one that the page is of.</param>
public sealed record RatioRow(string Key, string Name, TipoffRatio Ratio, string? Address = null, TipoffFilter? Records = null, bool IsOwn = false);
