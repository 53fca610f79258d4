namespace Command.Ranking.Leaderboards;

/// <summary>How a rank stands to the one of the period before.</summary>
public enum RankChange
{
    /// <summary>The unit had no rank then.</summary>
    Unknown,

    /// <summary>The ranges meet: "=".</summary>
    Same,
    Up,
    Down,
}

/// <summary>A ranked unit.</summary>
/// <param name="Unit">Its key.</param>
/// <param name="N">Cases that the rank stands on; of a composite score the indicators known.</param>
/// <param name="Count">Successes of a share, cases of a rate.</param>
/// <param name="Of">Cases of a share, exposure of a rate; null for a composite score.</param>
/// <param name="Value">Count ÷ of; null for a composite score.</param>
/// <param name="Score">Drawn towards the group's mean the more, the fewer cases; of a composite score its weighted steps.</param>
/// <param name="Interval">95 % interval of the value.</param>
public sealed record LeaderboardRow(string Unit, double N, double Count, double? Of, double? Value, double Score, Interval? Interval, Place Place)
{
    /// <summary>Ranked on few cases.</summary>
    public bool IsHatched { get; init; }

    /// <inheritdoc cref="UnitFigure.IsRestated"/>
    public bool IsRestated { get; init; }

    /// <inheritdoc cref="UnitFigure.Since"/>
    public DateOnly? Since { get; init; }

    public FunnelZone? Zone { get; init; }

    public RankChange Change { get; init; }

    /// <summary>Composite: by indicator, in steps of its scale; null: unknown, counted as the mean.</summary>
    public IReadOnlyList<double?> Steps { get; init; } = [];

    /// <summary>Composite: how often the unit stays in its band when weights move by up to a quarter.</summary>
    public double? Firmness { get; init; }

    /// <summary>What is reported of it differs; how it is told does not count.</summary>
    public bool Differs(LeaderboardRow other) =>
        Count != other.Count || Of != other.Of || Place.Median != other.Place.Median || Place.Low != other.Place.Low || Place.High != other.Place.High
        || Place.Band != other.Place.Band || Math.Abs(Score - other.Score) > 1e-9;
}
