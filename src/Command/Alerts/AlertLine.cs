using Command.Data;

namespace Command.Alerts;

/// <summary>An alert as one reader may see it.</summary>
/// <param name="Id">Null for several that he sees as a count alone.</param>
/// <param name="Text">One of <see cref="AlertText"/>.</param>
/// <param name="Link">Null: not for him to follow.</param>
/// <param name="ResolvedAt">Its cause had ended by itself.</param>
/// <param name="SoundsAs">Grows with each new alert that calls for the tone; null: none does.</param>
public sealed record AlertLine(
    long? Id,
    AlertKind Kind,
    string Text,
    string? UnitName,
    string? PageName,
    string? Link,
    string? Number,
    long Count,
    long? Usual,
    int? Hours,
    DateTimeOffset? Since,
    DateOnly? Day,
    DateTimeOffset RaisedAt,
    DateTimeOffset? ResolvedAt,
    bool MayAcknowledge,
    long? SoundsAs)
{
    public Acknowledgement? Acknowledged { get; init; }

    /// <summary>It stands no more: acknowledged, ended by itself, or grown into another.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>Who acknowledged an alert.</summary>
public sealed record Acknowledgement(string By, DateTimeOffset At, string? Note);
