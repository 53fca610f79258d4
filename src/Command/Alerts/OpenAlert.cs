using Command.Data;

namespace Command.Alerts;

/// <summary>An alert as it stands; equal to another when nothing about it changed.</summary>
public sealed record OpenAlert(
    long Id,
    AlertKind Kind,
    int? UnitId,
    int? PageId,
    string Text,
    string Link,
    string? Number,
    long Count,
    long? Usual,
    int? Hours,
    DateTimeOffset? Since,
    DateOnly? Day,
    DateTimeOffset RaisedAt,
    DateTimeOffset? ResolvedAt,
    bool Sounds)
{
    public static OpenAlert Of(Alert a) =>
        new(a.Id, a.Kind, a.UnitId, a.PageId, a.Text, a.Link, a.Number, a.Count, a.Usual, a.Hours, a.Since, a.Day, a.RaisedAt, a.ResolvedAt, a.Sounds);
}
