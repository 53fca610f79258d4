using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>
/// Which tip-offs belong to a unit and all under it. A list of some days is what a ratio counts: the subtree is judged on
/// the day of the receipt. Without days it is what is to be done now: the subtree of today.
/// </summary>
internal static class TipoffScope
{
    /// <param name="root">Null: all units.</param>
    public static IQueryable<Tipoff> Of(CommandDb db, TipoffFilter filter, int? root, UnitTree tree, Sight sight, DateOnly today)
    {
        var tipoffs = db.Tipoffs.AsNoTracking();
        if (!sight.SeesSingles)
            return tipoffs.Where(t => false);
        if (root is not { } unit)
            return tipoffs;
        if (filter is { From: null, To: null })
            return OfUnits(tipoffs, [.. tree.Units.Keys.Where(id => sight.SeesRecords(id) && tree.IsUnder(id, unit, today))]);
        return tree.UnitsUnder(unit, filter.From ?? EntryRules.Earliest, filter.To ?? today)
            .Select(span => OfSpan(tipoffs, span, sight))
            .Aggregate((all, span) => all.Concat(span));
    }

    private static IQueryable<Tipoff> OfSpan(IQueryable<Tipoff> tipoffs, UnitSpan span, Sight sight) =>
        OfUnits(tipoffs, [.. span.Units.Where(id => sight.SeesRecords(id, span.From) && sight.SeesRecords(id, span.To))])
            .Where(t => t.Day >= span.From && t.Day <= span.To);

    private static IQueryable<Tipoff> OfUnits(IQueryable<Tipoff> tipoffs, int[] units) => tipoffs.Where(t => EF.Parameter(units).Contains(t.CreditedUnitId));
}
