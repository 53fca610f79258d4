namespace Command.Data;

/// <summary>Where a page lives.</summary>
public enum Platform : byte
{
    Zalo = 1,
    Facebook = 2,
    YouTube = 3,

    /// <summary>A bundle of ordinary Zalo groups, which have no interface: figures are entered by hand.</summary>
    ZaloGroups = 4,
}

/// <summary>
/// One presence on one platform. A page that a platform told us of but nobody registered stands here without a key
/// and without an owner: its events are kept and counted, and belong to no unit until it is registered.
/// </summary>
public sealed class Page
{
    public int Id { get; set; }

    public string? Key { get; set; }

    public Platform Platform { get; set; }

    /// <summary>The platform's own id of the page.</summary>
    public required string ExternalId { get; set; }

    public string? Name { get; set; }

    /// <summary>Hours without an event after which the page stands out as silent; null: the setting for all pages.</summary>
    public int? SilentAfterHours { get; set; }
}

/// <summary>Who owns a page from a local day to a local day. Where two overlap, the later beginning holds.</summary>
public sealed class PageOwner
{
    public int PageId { get; set; }

    public int UnitId { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Last local day, inclusive; null while it goes on.</summary>
    public DateOnly? To { get; set; }
}
