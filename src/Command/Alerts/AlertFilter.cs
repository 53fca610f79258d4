using Command.Data;

namespace Command.Alerts;

/// <summary>Which alerts of the past are asked for; days are local and inclusive.</summary>
/// <param name="UnitKey">The unit and all under it; null: all in sight.</param>
public sealed record AlertFilter(AlertKind? Kind = null, string? UnitKey = null, DateOnly? From = null, DateOnly? To = null, int Page = 1)
{
    public const int PageSize = 50;
}

/// <summary>A page of the past, newest first.</summary>
public sealed record AlertHistory(IReadOnlyList<AlertLine> Lines, int Total);
