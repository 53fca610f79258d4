using Command.Data;
using Command.Units;

namespace Command.Tests.Units;

/// <summary>Builds a small invented police district in memory.</summary>
internal sealed class District
{
    private readonly List<Unit> units = [];
    private readonly List<UnitVersion> versions = [];
    private readonly List<Page> pages = [];
    private readonly List<PageOwner> owners = [];

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public int Unit(
        string key, int? parent = null, string? from = null, string? to = null, string? name = null, string? code = null, UnitKind kind = UnitKind.Ward,
        string? peerGroup = null)
    {
        var unit = units.Find(u => u.Key == key);
        if (unit is null)
            units.Add(unit = new Unit { Id = units.Count + 1, Key = key });
        versions.Add(new UnitVersion
        {
            UnitId = unit.Id,
            From = from is null ? DateOnly.MinValue : Day(from),
            To = to is null ? null : Day(to),
            Code = code ?? key,
            Name = name ?? key,
            Kind = kind,
            ParentId = parent,
            PeerGroup = peerGroup,
        });
        return unit.Id;
    }

    public int Page(string key, int owner, string? from = null, string? to = null)
    {
        var page = pages.Find(p => p.Key == key);
        if (page is null)
            pages.Add(page = new Page { Id = 1000 + pages.Count, Key = key, Platform = Platform.Zalo, ExternalId = key });
        owners.Add(new PageOwner
        {
            PageId = page.Id,
            UnitId = owner,
            From = from is null ? DateOnly.MinValue : Day(from),
            To = to is null ? null : Day(to),
        });
        return page.Id;
    }

    public UnitTree Tree() => UnitTree.Of(units, versions, pages, owners);
}
