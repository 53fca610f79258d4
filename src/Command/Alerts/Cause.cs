using Command.Data;

namespace Command.Alerts;

/// <summary>Something that is the matter now. Two with the same key are the same.</summary>
/// <param name="Key">Of the unit, page, record or day that is concerned.</param>
/// <param name="Text">One of <see cref="AlertText"/>.</param>
/// <param name="Link">Path of the page that shows it.</param>
public sealed record Cause(string Key, AlertRule Rule, string Text, int? UnitId, string Link)
{
    public int? PageId { get; init; }

    public string? Number { get; init; }

    public long Count { get; init; } = 1;

    public long? Usual { get; init; }

    public int? Hours { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateOnly? Day { get; init; }

    public Alert Raise(DateTimeOffset now) => new()
    {
        Kind = Rule.Kind,
        UnitId = UnitId,
        PageId = PageId,
        Text = Text,
        Cause = Key,
        Link = Link,
        Number = Number,
        Count = Count,
        Usual = Usual,
        Hours = Hours,
        Since = Since,
        Day = Day,
        RaisedAt = now,
        Sounds = Rule.Sounds,
        MustAcknowledge = Rule.MustAcknowledge,
    };
}
