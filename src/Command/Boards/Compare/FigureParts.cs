using Command.Comparable;
using Command.Periods;

namespace Command.Boards.Compare;

/// <summary>A piece with its names.</summary>
/// <param name="Page">Name; null: tip-offs.</param>
/// <param name="Records">Address of the tip-offs that it counts; null: none, or not for who asks.</param>
/// <param name="PageKey">Of a page whose conversations the asker may open; else null.</param>
public sealed record NamedPiece(Piece Piece, string Unit, string? Page, string? Records, string? PageKey);

/// <summary>A conversation, by number and times alone.</summary>
public sealed record TalkLine(long Id, string Page, DateTimeOffset? WaitingSince, DateTimeOffset? LastReplyAt);

/// <summary>One number of a comparison, taken apart.</summary>
/// <param name="Group">Name of the peer group whose figure it is; null: the unit's own.</param>
/// <param name="Units">Of the group: how many share what was summed.</param>
/// <param name="Sum">What the pieces count together.</param>
/// <param name="Figure">The number that the comparison shows; null: unknown.</param>
/// <param name="Known">Of the group: of how many units anything is known.</param>
/// <param name="Declared">What documents say of the same days, beside.</param>
/// <param name="Talks">Conversations, newest first; null: the measure has none, or who asks may not open them.</param>
public sealed record FigureParts(
    PartsRequest Request,
    string Unit,
    string? Group,
    int Units,
    Period Period,
    Bucket Days,
    DateOnly Order,
    IReadOnlyList<NamedPiece> Pieces,
    Figure? Sum,
    Figure? Figure,
    int Known,
    IReadOnlyList<DeclaredFigure> Declared,
    IReadOnlyList<TalkLine>? Talks);
