namespace Command.Ranking.Leaderboards;

/// <summary>Both ends of an interval.</summary>
public readonly record struct Interval(double Low, double High)
{
    public static implicit operator Interval((double Low, double High) ends) => new(ends.Low, ends.High);
}

/// <summary>What was counted of one unit for one metric.</summary>
/// <param name="Unit">Its key.</param>
/// <param name="Count">Successes of a share, cases of a rate.</param>
/// <param name="Of">Cases of a share, exposure of a rate in units of "per"; null: unknown, never zero.</param>
public sealed record UnitFigure(string Unit, double Count, double? Of)
{
    /// <summary>Why the figure stands apart whatever the others are; null: it does not.</summary>
    public NotRankedReason? Apart { get; init; }

    /// <summary>Some of it came by the shares of a succession: fractions, of which no interval is told.</summary>
    public bool IsRestated { get; init; }

    /// <summary>The first day on which anything counted for the unit, where the period began before; null: from its beginning.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Of a provisional ratio: what it becomes when none, or all, of the pending ones turn out valuable.</summary>
    public Interval? Bounds { get; init; }
}
