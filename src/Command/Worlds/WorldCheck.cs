using Command.People;

namespace Command.Worlds;

/// <summary>
/// Judges what one entry alone cannot show: references, repetitions, shares. Several files may describe the same unit
/// or page alike; within one file nothing stands twice.
/// </summary>
public static class WorldCheck
{
    /// <summary>Shares are written with two or three decimals: thirds must pass.</summary>
    private const double ShareTolerance = 0.005;

    public static void Check(IReadOnlyList<(World World, WorldErrors Errors)> files, WorldKnown known)
    {
        var unitKeys = files.SelectMany(f => f.World.UnitKeys).Concat(known.Units.Keys).ToHashSet(StringComparer.Ordinal);
        var pageKeys = files.SelectMany(f => f.World.PageKeys).Concat(known.PagesByKey.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var (world, errors) in files)
            CheckReferences(world, errors, unitKeys, pageKeys);
        CheckRepetitions(files);
        CheckPlatformIds(files, known);
        foreach (var (world, errors) in files)
        {
            CheckResidents(world, errors);
            CheckShares(world, errors);
        }
    }

    private static void CheckReferences(World world, WorldErrors errors, HashSet<string> unitKeys, HashSet<string> pageKeys)
    {
        foreach (var unit in world.Units)
        {
            Refer(unit.Place, "parent", unit.Parent, unitKeys, "unit");
            if (unit.Parent == unit.Key)
                errors.Add(unit.Place, "the field 'parent' names the unit itself");
        }

        foreach (var succession in world.Successions)
        {
            Refer(succession.Place, "from", succession.From, unitKeys, "unit");
            Refer(succession.Place, "to", succession.To, unitKeys, "unit");
            if (succession.From == succession.To)
                errors.Add(succession.Place, "a unit cannot succeed itself; 'from' and 'to' must differ");
        }

        foreach (var page in world.Pages)
            Refer(page.Place, "unit", page.Unit, unitKeys, "unit");
        foreach (var reading in world.Readings)
        {
            Refer(reading.Place, "page", reading.Page, pageKeys, "page");
            Refer(reading.Place, "unit", reading.Unit, unitKeys, "unit");
        }

        foreach (var tipoff in world.Tipoffs)
        {
            Refer(tipoff.Place, "unit", tipoff.Unit, unitKeys, "unit");
            Refer(tipoff.Place, "page", tipoff.Page, pageKeys, "page");
        }

        foreach (var user in world.Users)
        {
            Refer(user.Place, "unit", user.Unit, unitKeys, "unit");
            if (!UserNames.IsFit(user.Name))
                errors.Add(user.Place, $"the field 'name' is '{user.Name}'; a name has letters, digits and signs that are seen, and is neither '{AuditLog.System}' nor '?'");
        }

        void Refer(string place, string field, string? key, HashSet<string> keys, string kind)
        {
            if (key is null || keys.Contains(key))
                return;
            var near = NearNames.Of(key, keys);
            errors.Add(place, $"the field '{field}' is '{key}', but no such {kind} is in the files given or in the database" +
                (near.Count > 0 ? $"; near are {string.Join(", ", near)}" : ""));
        }
    }

    private static void CheckRepetitions(IReadOnlyList<(World World, WorldErrors Errors)> files)
    {
        Once(files, w => w.Units, u => (u.Key, u.From), u => u with { Place = "", Residents = [] }, u => u.Place, "a unit with this key and 'from'");
        Once(files, w => w.Successions, s => (s.From, s.To, s.On), s => s with { Place = "" }, s => s.Place, "this succession");
        Once(files, w => w.Pages, p => (p.Key, p.From), p => p with { Place = "" }, p => p.Place, "a page with this key and 'from'");
        Once(files, w => w.Secrets, s => s.Name, s => s with { Place = "" }, s => s.Place, "this secret");
        Once(
            files,
            w => w.Readings,
            r => r with { Place = "", Value = 0, Precision = default },
            r => r with { Place = "" },
            r => r.Place,
            "a reading of the same thing, time, source and document");
        Once(files, w => w.Users, u => u.Name, u => u with { Place = "" }, u => u.Place, "a user with this name");
    }

    private static void Once<TEntry, TIdentity>(
        IReadOnlyList<(World World, WorldErrors Errors)> files,
        Func<World, List<TEntry>> entries,
        Func<TEntry, TIdentity> identity,
        Func<TEntry, TEntry> content,
        Func<TEntry, string> place,
        string what)
        where TIdentity : notnull
        where TEntry : notnull
    {
        var first = new Dictionary<TIdentity, (World World, TEntry Entry)>();
        foreach (var (world, errors) in files)
        {
            foreach (var entry in entries(world))
            {
                if (first.TryAdd(identity(entry), (world, entry)))
                    continue;
                var (otherWorld, other) = first[identity(entry)];
                if (otherWorld == world)
                    errors.Add(place(entry), $"{what} stands already at {place(other)}; one of the two must go");
                else if (!content(other).Equals(content(entry)))
                    errors.Add(place(entry), $"{what} stands differently in {otherWorld.Name}, {place(other)}; both must say the same");
            }
        }
    }

    /// <summary>One key is one page on one platform, and the other way round.</summary>
    private static void CheckPlatformIds(IReadOnlyList<(World World, WorldErrors Errors)> files, WorldKnown known)
    {
        var byKey = new Dictionary<string, PageEntry>(StringComparer.Ordinal);
        var keyOf = known.PagesByExternalId.Where(p => p.Value.Key is not null).ToDictionary(p => p.Key, p => p.Value.Key!);
        foreach (var (world, errors) in files)
        {
            foreach (var page in world.Pages)
            {
                if (!byKey.TryAdd(page.Key, page) && (byKey[page.Key].Platform, byKey[page.Key].ExternalId) != (page.Platform, page.ExternalId))
                    errors.Add(page.Place, $"'platform' and 'externalId' must be the same as at {byKey[page.Key].Place}: a page keeps them when its owner changes");
                else if (!known.PagesByKey.ContainsKey(page.Key) && !keyOf.TryAdd((page.Platform, page.ExternalId), page.Key) && keyOf[(page.Platform, page.ExternalId)] is var key && key != page.Key)
                    errors.Add(page.Place, $"the field 'externalId' is '{page.ExternalId}', which is registered as the page '{key}' already");
            }
        }
    }

    private static void CheckResidents(World world, WorldErrors errors)
    {
        var first = new Dictionary<(string Unit, DateOnly From), string>();
        foreach (var (unit, residents) in world.Units.SelectMany(u => u.Residents.Select(r => (u, r))))
        {
            if (!first.TryAdd((unit.Key, residents.From), unit.Place))
                errors.Add(unit.Place, $"residents from {residents.From:yyyy-MM-dd} stand already at {first[(unit.Key, residents.From)]}; one of the two must go");
        }
    }

    private static void CheckShares(World world, WorldErrors errors)
    {
        foreach (var parts in world.Successions.GroupBy(s => (s.From, s.On)))
        {
            var sum = parts.Sum(p => p.Share ?? 0);
            var shares = FormattableString.Invariant($"the shares of '{parts.Key.From}' on {parts.Key.On:yyyy-MM-dd} sum to {sum:0.###}");
            if (parts.All(p => p.Share is not null) && Math.Abs(sum - 1) > ShareTolerance)
                errors.Add(parts.First().Place, $"{shares}; they must sum to 1");
            else if (sum > 1 + ShareTolerance)
                errors.Add(parts.First().Place, $"{shares}; they must not exceed 1");
        }
    }
}
