using Command.Data;

namespace Command.Units;

public enum PortionKind
{
    /// <summary>Nothing has passed on: the figure is the unit's own.</summary>
    Own,

    /// <summary>Came by known shares.</summary>
    Restated,

    /// <summary>Passed on in shares that nobody knows: it stays with the predecessor, beside, and is compared with nothing.</summary>
    Stayed,
}

/// <summary>Where a part of a unit's figures of a day stands in the order of a later day.</summary>
/// <param name="Share">0 … 1. Applied to a count it gives a fraction, which is rounded only where it is shown and carries no interval.</param>
/// <param name="Since">First day on which it stands there: the day of the figures, or of the last succession on its way.</param>
public sealed record Portion(int UnitId, double Share, PortionKind Kind, DateOnly Since);

/// <summary>
/// Figures of old units in the order of a later day. Pure. The portions of a unit always sum to one: what shares leave
/// over, and all that a succession with an unknown share would split, stays with the predecessor.
/// </summary>
public sealed class Restatement
{
    /// <summary>Shares are written with a few decimals.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>By predecessor, the oldest succession first.</summary>
    private readonly Dictionary<int, Passing[]> passings;

    private Restatement(IEnumerable<Succession> successions)
    {
        passings = successions
            .GroupBy(s => (s.FromUnitId, s.On), (key, parts) => (key.FromUnitId, Passing: new Passing(key.On, [.. parts])))
            .GroupBy(p => p.FromUnitId, p => p.Passing)
            .ToDictionary(g => g.Key, g => g.OrderBy(p => p.On).ToArray());
        Days = [.. passings.Values.SelectMany(p => p).Select(p => p.On).Distinct().Order()];
    }

    /// <summary>Days on which something passed on, ascending.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    public static Restatement Of(IEnumerable<Succession> successions) => new(successions);

    /// <summary>Something of the unit's figures of that day stands elsewhere, or beside, in the order of a later day.</summary>
    public bool PassesOn(int unitId, DateOnly day, DateOnly order) => Next(unitId, day, order) is not null;

    /// <summary>Where the unit's figures of that day stand in the order of a later day, which is at least that day.</summary>
    public IReadOnlyList<Portion> Portions(int unitId, DateOnly day, DateOnly order)
    {
        if (!PassesOn(unitId, day, order))
            return [new Portion(unitId, 1, PortionKind.Own, day)];
        var portions = new List<Portion>();
        var open = new Stack<Portion>([new Portion(unitId, 1, PortionKind.Restated, day)]);
        while (open.TryPop(out var portion))
        {
            if (Next(portion.UnitId, portion.Since, order) is not { } passing)
            {
                portions.Add(portion);
                continue;
            }

            var passed = passing.IsKnown ? passing.Parts.Sum(p => p.Share!.Value) : 0;
            if (1 - passed > Tolerance)
                portions.Add(portion with { Share = portion.Share * (1 - passed), Kind = PortionKind.Stayed });
            if (passed == 0)
                continue;
            foreach (var part in passing.Parts)
                open.Push(new Portion(part.ToUnitId, portion.Share * part.Share!.Value, PortionKind.Restated, passing.On));
        }

        return [.. portions.GroupBy(p => (p.UnitId, p.Kind, p.Since), (key, same) => new Portion(key.UnitId, same.Sum(p => p.Share), key.Kind, key.Since))];
    }

    /// <summary>Whoever may hold some of what the unit passed on after that day, each with the day it came there; without a succession the unit itself.</summary>
    public IReadOnlySet<(int UnitId, DateOnly Since)> Ends(int unitId, DateOnly day, DateOnly order)
    {
        var ends = new HashSet<(int, DateOnly)>();
        var seen = new HashSet<(int, DateOnly)>();
        var open = new Stack<(int UnitId, DateOnly Since)>([(unitId, day)]);
        while (open.TryPop(out var place))
        {
            if (!seen.Add(place))
                continue;
            if (Next(place.UnitId, place.Since, order) is not { } passing)
                ends.Add(place);
            else
                foreach (var part in passing.Parts)
                    open.Push((part.ToUnitId, passing.On));
        }

        return ends;
    }

    /// <summary>The next time the unit passes on after a day; later each time, so that no chain runs in a circle.</summary>
    private Passing? Next(int unitId, DateOnly day, DateOnly order) =>
        passings.TryGetValue(unitId, out var dated) && Array.Find(dated, p => p.On > day) is { } next && next.On <= order ? next : null;

    /// <summary>One predecessor on one day. With one share unknown, or with shares of more than all, none is used.</summary>
    private sealed record Passing(DateOnly On, IReadOnlyList<Succession> Parts)
    {
        public bool IsKnown { get; } = Parts.All(p => p.Share is >= 0) && Parts.Sum(p => p.Share) <= 1 + Tolerance;
    }
}
