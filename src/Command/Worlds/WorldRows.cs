using Command.Data;
using Command.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Command.Worlds;

/// <summary>Turns the entries of checked worlds into the rows that are missing, and counts them.</summary>
internal sealed class WorldRows(CommandDb db, WorldKnown known)
{
    private int added;

    public async Task<int> AddAsync(IReadOnlyList<World> worlds, Dictionary<string, DateTimeOffset> firstLoads, CancellationToken cancellation)
    {
        AddUnits(worlds.SelectMany(w => w.Units));
        AddPages(worlds.SelectMany(w => w.Pages));
        // Ids are given here; everything below refers to them.
        await db.SaveChangesAsync(cancellation);
        await AddVersionsAsync([.. worlds.SelectMany(w => w.Units)], cancellation);
        await AddSuccessionsAsync(worlds.SelectMany(w => w.Successions), cancellation);
        await AddOwnersAsync(worlds.SelectMany(w => w.Pages), cancellation);
        await AddPeopleAsync(worlds.SelectMany(w => w.Users), cancellation);
        foreach (var world in worlds)
        {
            await AddReadingsAsync(world.Readings, firstLoads[world.Name], cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return added;
    }

    private void AddUnits(IEnumerable<UnitEntry> entries)
    {
        foreach (var key in entries.Select(e => e.Key).Distinct().Where(key => !known.Units.ContainsKey(key)))
            known.Units.Add(key, Add(new Unit { Key = key }));
    }

    private void AddPages(IEnumerable<PageEntry> entries)
    {
        foreach (var entry in entries.GroupBy(e => e.Key).Select(e => e.MaxBy(x => x.From)!))
        {
            if (known.PagesByKey.ContainsKey(entry.Key))
                continue;
            // A page that sent events before anyone registered it stands without a key: it is claimed with all it has.
            if (!known.PagesByExternalId.TryGetValue((entry.Platform, entry.ExternalId), out var page))
                page = Add(new Page { Platform = entry.Platform, ExternalId = entry.ExternalId });
            page.Key = entry.Key;
            page.Name = entry.Name;
            known.PagesByKey.Add(entry.Key, page);
        }
    }

    private async Task AddVersionsAsync(List<UnitEntry> entries, CancellationToken cancellation)
    {
        var versions = (await db.UnitVersions.Select(v => new { v.UnitId, v.From }).ToListAsync(cancellation)).Select(v => (v.UnitId, v.From)).ToHashSet();
        var residents = (await db.UnitResidents.Select(r => new { r.UnitId, r.From }).ToListAsync(cancellation)).Select(r => (r.UnitId, r.From)).ToHashSet();
        foreach (var entry in entries)
        {
            var unitId = known.Units[entry.Key].Id;
            if (versions.Add((unitId, entry.From)))
            {
                Add(new UnitVersion
                {
                    UnitId = unitId,
                    From = entry.From,
                    To = entry.To,
                    Code = entry.Code,
                    Name = entry.Name,
                    Kind = entry.Kind,
                    ParentId = entry.Parent is null ? null : known.Units[entry.Parent].Id,
                    PeerGroup = entry.PeerGroup,
                });
            }

            foreach (var count in entry.Residents.Where(r => residents.Add((unitId, r.From))))
                Add(new UnitResidents { UnitId = unitId, From = count.From, Count = count.Count });
        }
    }

    private async Task AddSuccessionsAsync(IEnumerable<SuccessionEntry> entries, CancellationToken cancellation)
    {
        var standing = (await db.Successions.AsNoTracking().ToListAsync(cancellation)).Select(s => (s.FromUnitId, s.ToUnitId, s.On)).ToHashSet();
        foreach (var entry in entries)
        {
            var (from, to) = (known.Units[entry.From].Id, known.Units[entry.To].Id);
            if (standing.Add((from, to, entry.On)))
                Add(new Succession { FromUnitId = from, ToUnitId = to, On = entry.On, Share = entry.Share });
        }
    }

    private async Task AddOwnersAsync(IEnumerable<PageEntry> entries, CancellationToken cancellation)
    {
        var standing = (await db.PageOwners.AsNoTracking().ToListAsync(cancellation)).Select(o => (o.PageId, o.From)).ToHashSet();
        foreach (var entry in entries)
        {
            var pageId = known.PagesByKey[entry.Key].Id;
            if (standing.Add((pageId, entry.From)))
                Add(new PageOwner { PageId = pageId, UnitId = known.Units[entry.Unit].Id, From = entry.From, To = entry.To });
        }
    }

    private async Task AddPeopleAsync(IEnumerable<UserEntry> entries, CancellationToken cancellation)
    {
        var names = new UpperInvariantLookupNormalizer();
        var standing = (await db.Users.Select(p => p.NormalizedUserName!).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Where(e => standing.Add(names.NormalizeName(e.Name))))
        {
            var person = Add(new Person
            {
                UserName = entry.Name,
                NormalizedUserName = names.NormalizeName(entry.Name),
                DisplayName = entry.DisplayName ?? entry.Name,
                Role = entry.Role,
                UnitId = known.Units[entry.Unit].Id,
                MayConfirm = entry.MayConfirm,
                SecurityStamp = Guid.NewGuid().ToString(),
                LockoutEnabled = true,
            });
            if (entry.Password is not { } password)
                continue;
            person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, password);
            // A file may hold what no page would take: good for one sign-in.
            person.MustChangePassword = password.Length < PeopleRegistration.PasswordLetters;
        }
    }

    private async Task AddReadingsAsync(IReadOnlyList<ReadingEntry> entries, DateTimeOffset firstLoad, CancellationToken cancellation)
    {
        var readings = entries.Select(e => Row(e, firstLoad)).ToList();
        var standing = await StandingAsync(readings, cancellation);
        foreach (var reading in readings.Where(r => standing.Add(Identity(r))))
            Add(reading);
    }

    private Reading Row(ReadingEntry entry, DateTimeOffset firstLoad) => new()
    {
        PageId = entry.Page is null ? null : known.PagesByKey[entry.Page].Id,
        UnitId = entry.Unit is null ? null : known.Units[entry.Unit].Id,
        Metric = entry.Metric.Id,
        At = entry.At?.From(firstLoad),
        FromDay = entry.From?.From(firstLoad),
        ToDay = entry.To?.From(firstLoad),
        Value = entry.Value,
        Source = entry.Source,
        Precision = entry.Precision,
        Document = entry.Document,
    };

    /// <summary>Readings that may be the same, told by page or unit, metric and time; their values are not looked at.</summary>
    private async Task<HashSet<object>> StandingAsync(List<Reading> readings, CancellationToken cancellation)
    {
        int[] pageIds = [.. readings.Where(r => r.PageId is not null).Select(r => r.PageId!.Value).Distinct()];
        int[] unitIds = [.. readings.Where(r => r.UnitId is not null).Select(r => r.UnitId!.Value).Distinct()];
        short[] metrics = [.. readings.Select(r => r.Metric).Distinct()];
        var (firstAt, lastAt) = (readings.Min(r => r.At) ?? default, readings.Max(r => r.At) ?? default);
        var (firstDay, lastDay) = (readings.Min(r => r.FromDay) ?? default, readings.Max(r => r.FromDay) ?? default);
        var near = db.Readings.AsNoTracking().Where(r =>
            EF.Parameter(metrics).Contains(r.Metric) && ((r.At >= firstAt && r.At <= lastAt) || (r.FromDay >= firstDay && r.FromDay <= lastDay)));
        var standing = new HashSet<object>();
        await foreach (var reading in near.Where(r => EF.Parameter(pageIds).Contains(r.PageId!.Value)).AsAsyncEnumerable().WithCancellation(cancellation))
            standing.Add(Identity(reading));
        await foreach (var reading in near.Where(r => EF.Parameter(unitIds).Contains(r.UnitId!.Value)).AsAsyncEnumerable().WithCancellation(cancellation))
            standing.Add(Identity(reading));
        return standing;
    }

    private static object Identity(Reading r) =>
        (r.PageId, r.UnitId, r.Metric, r.At?.ToUnixTimeMilliseconds(), r.FromDay, r.ToDay, (r.Source, r.Document));

    private T Add<T>(T row)
        where T : class
    {
        added++;
        db.Add(row);
        return row;
    }
}
