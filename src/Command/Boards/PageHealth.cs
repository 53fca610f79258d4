using Command.Data;

namespace Command.Boards;

/// <summary>What an administrator must know of the pages: which live, which wait for registration, what was not counted.</summary>
public sealed record PageHealth(
    DateTimeOffset Now,
    IReadOnlyList<RegisteredPage> Registered,
    IReadOnlyList<UnregisteredPage> Unregistered,
    IReadOnlyList<SetAsideCount> SetAsides,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<FaultLine> Faults);

/// <param name="UnitName">The owner of today; null when nobody owns it today.</param>
/// <param name="LastEventAt">Null: never heard of.</param>
public sealed record RegisteredPage(string Key, string Name, Platform Platform, string? UnitName, DateTimeOffset? LastEventAt, bool IsSilent);

/// <summary>A page that a platform told us of and nobody registered.</summary>
/// <param name="Events">Kept and waiting for an owner.</param>
public sealed record UnregisteredPage(Platform Platform, string ExternalId, long Events, DateOnly? FirstDay, DateOnly? LastDay);

/// <summary>Something in the registry that people should mend.</summary>
/// <param name="Code">One of the constants of <see cref="Units.DataFault"/>.</param>
/// <param name="Name">The unit or page at fault.</param>
/// <param name="HangsOn">Where its figures count meanwhile; null: nowhere above.</param>
public sealed record FaultLine(string Code, string Name, string? HangsOn);

public sealed record SetAsideCount(Platform Platform, string Reason, long Count, DateTimeOffset LastAt);
