using Command.Boards.Shell;
using Command.Data;
using Command.Live;
using Command.People;
using Command.Ranking;
using Microsoft.Extensions.Localization;

namespace Command.Boards;

/// <summary>What the board says of its numbers, in words that need neither colour nor shape.</summary>
public sealed class Phrases(IStringLocalizer<Texts> texts, Figures figures)
{
    /// <summary>The whole tree has no unit's name.</summary>
    public string Name(BoardView view) => view.Name.Length > 0 ? view.Name : texts["scope.everything"];

    /// <summary>A peer group; one that has no words stands as it is written.</summary>
    public string PeerGroup(string group) => texts[$"lb.group.{group}"] is { ResourceNotFound: false } said ? said.Value : group;

    /// <summary>What the audit log calls an act; one that has no words stands as it is written.</summary>
    public string Action(string action) => texts[$"audit.action.{action}"] is { ResourceNotFound: false } said ? said.Value : action;

    /// <summary>A person's user name, or that nobody did it.</summary>
    public string Actor(string actor) => actor == AuditLog.System ? texts["actor.system"].Value : actor;

    public string Label(TileKind kind) => texts[$"tile.{kind}"];

    /// <summary>Why a tile shows no number.</summary>
    public string Reason(TileKind kind) => kind switch
    {
        TileKind.MedianFirstReply => texts["unknown.noReplies"],
        TileKind.AnsweredInTime => texts["unknown.noneDue"],
        _ => texts["unknown.noData"],
    };

    public string Value(TileKind kind, double? value) => (kind, value) switch
    {
        (_, null) => Figures.Unknown,
        (TileKind.MedianFirstReply, { } seconds) => figures.Duration(seconds),
        (TileKind.AnsweredInTime, { } share) => figures.Share(share),
        (_, { } count) => figures.Count(count),
    };

    /// <summary>The n that a median or a share stands on; null for counts.</summary>
    public string? Basis(Tile tile) => tile switch
    {
        { Of: null } => null,
        { Kind: TileKind.AnsweredInTime, Value: { } share, Of: { } of } => texts["basis.share", figures.Count(Math.Round(share * of)), figures.Count(of)].Value,
        { Of: { } of } => texts["basis.median", figures.Count(of)].Value,
    };

    /// <summary>"cao hơn 12 %", "trong mức dao động"; a median is slower or faster, not higher or lower.</summary>
    public string Change(TileKind kind, Comparison comparison)
    {
        if (comparison.Before is null)
            return texts["change.nothingKnown"];
        if (comparison.Mark is ChangeMark.Unknown or ChangeMark.Within)
            return texts[$"change.{comparison.Mark}"];
        var words = texts[kind is TileKind.MedianFirstReply ? $"change.{comparison.Mark}.time" : $"change.{comparison.Mark}"];
        return comparison.Percent is { } percent ? $"{words} {figures.Percent(percent)}" : words;
    }

    /// <summary>The earlier number in full: "Cùng giờ hôm qua: 33".</summary>
    public string Before(TileKind kind, Comparison comparison, string day) => texts["change.before", day, comparison is { Before: { } share, Of: { } of }
        ? texts["change.before.share", Value(kind, share), figures.Count(Math.Round(share * of)), figures.Count(of)].Value
        : Value(kind, comparison.Before)];

    public string Yesterday() => texts["day.yesterday"];

    /// <summary>"thứ Hai tuần trước"</summary>
    public string LastWeek(DateOnly today) => texts[$"day.lastWeek.{today.DayOfWeek}"];

    public string Weekday(DayOfWeek day) => texts[$"day.{day}"];

    public string ShortWeekday(DayOfWeek day) => texts[$"day.short.{day}"];

    public string Happened(FeedItem item) => item is { Kind: EventKind.Message, Proposed: not MessageKind.Unclassified }
        ? texts[$"feed.Message.{item.Proposed}"]
        : texts[$"feed.{item.Kind}"];

    public string Name(Platform platform) => texts[$"platform.{platform}"];
}
