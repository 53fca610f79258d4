using Command.Data;
using Command.Rollups;

namespace Command.Worlds;

/// <summary>One world file as it was read. Every entry carries its place in the file for what may be said about it.</summary>
public sealed record World(string Name)
{
    public List<UnitEntry> Units { get; } = [];

    public List<SuccessionEntry> Successions { get; } = [];

    public List<PageEntry> Pages { get; } = [];

    public List<SecretEntry> Secrets { get; } = [];

    public List<ReadingEntry> Readings { get; } = [];

    public List<TipoffEntry> Tipoffs { get; } = [];

    public List<UserEntry> Users { get; } = [];

    /// <summary>Keys of all units named here, also of entries that are broken elsewhere: one fault is not told twice.</summary>
    public HashSet<string> UnitKeys { get; } = new(StringComparer.Ordinal);

    public HashSet<string> PageKeys { get; } = new(StringComparer.Ordinal);
}

public sealed record UnitEntry(
    string Place, string Key, string Code, string Name, UnitKind Kind, string? Parent, string? PeerGroup, DateOnly From, DateOnly? To,
    IReadOnlyList<ResidentsEntry> Residents);

public sealed record ResidentsEntry(DateOnly From, long Count);

public sealed record SuccessionEntry(string Place, string From, string To, DateOnly On, double? Share);

public sealed record PageEntry(
    string Place, string Key, string Unit, Platform Platform, string ExternalId, string Name, DateOnly From, DateOnly? To);

/// <param name="Name">As table Secrets names it.</param>
public sealed record SecretEntry(string Place, string Name, string Value);

/// <summary>Exactly one of page and unit; exactly one of at and from … to.</summary>
public sealed record ReadingEntry(
    string Place, string? Page, string? Unit, Metric Metric, WorldTime? At, WorldDay? From, WorldDay? To, double Value, ReadingSource Source,
    Precision Precision, string? Document);

public sealed record TipoffEntry(
    string Place, string Unit, string? Page, WorldTime ReceivedAt, TipoffCategory Category, WorldVerdict State, Outcome? Outcome)
{
    /// <summary>Null: the page's when there is a page, else other.</summary>
    public TipoffSource? Source { get; init; }

    public Urgency Urgency { get; init; } = Urgency.Normal;

    /// <summary>Invented ones, of a demonstration.</summary>
    public string? Words { get; init; }

    public string? Scene { get; init; }
}

/// <param name="Verdict">Null: pending.</param>
public readonly record struct WorldVerdict(Verdict? Verdict);

/// <param name="Name">What he types to sign in.</param>
/// <param name="Password">Null: he cannot sign in by one until an administrator gives it.</param>
public sealed record UserEntry(string Place, string Name, string? Password, Role Role, string Unit, string? DisplayName, bool MayConfirm);
