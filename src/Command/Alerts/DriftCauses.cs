using System.Globalization;
using Command.Data;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;

namespace Command.Alerts;

/// <summary>Pure: what is to be said of a day whose sums differ from their records.</summary>
internal static class DriftCauses
{
    /// <summary>When more pages differ on one day, one alert tells of them all.</summary>
    private const int MostPagesNamed = 20;

    public static IEnumerable<Cause> Of(DateOnly day, IReadOnlyCollection<Drift> sums, IReadOnlyCollection<TipoffDrift> counts, UnitTree tree, RuleBook rules) =>
        OfPages(day, sums, tree, rules).Concat(OfUnits(day, counts, tree, rules));

    private static IEnumerable<Cause> OfPages(DateOnly day, IReadOnlyCollection<Drift> sums, UnitTree tree, RuleBook rules)
    {
        var pages = sums.GroupBy(d => d.Key.PageId).ToList();
        if (pages.Count > MostPagesNamed)
        {
            if (rules.For(AlertKind.Drift, null) is { } general)
                yield return new Cause($"{AlertText.DriftPages}:{Key(day)}", general, AlertText.DriftPages, null, "/pages") { Day = day, Count = pages.Count };
            yield break;
        }

        foreach (var drifted in pages)
        {
            var page = tree.Pages.GetValueOrDefault(drifted.Key);
            var owner = page is null ? null : tree.OwnerOn(page.Id, day);
            if (rules.For(AlertKind.Drift, owner) is { } rule)
            {
                yield return new Cause(string.Create(CultureInfo.InvariantCulture, $"{AlertText.DriftPage}:{Key(day)}:{drifted.Key}"), rule, AlertText.DriftPage, owner, page?.Key is { } key ? $"/?page={Uri.EscapeDataString(key)}" : "/pages")
                {
                    PageId = page?.Id,
                    Day = day,
                    Count = drifted.Count(),
                };
            }
        }
    }

    private static IEnumerable<Cause> OfUnits(DateOnly day, IReadOnlyCollection<TipoffDrift> counts, UnitTree tree, RuleBook rules)
    {
        foreach (var drifted in counts.GroupBy(d => d.Cell.UnitId))
        {
            var unit = tree.Units.GetValueOrDefault(drifted.Key);
            if (rules.For(AlertKind.Drift, unit?.Id) is { } rule)
            {
                yield return new Cause(
                    string.Create(CultureInfo.InvariantCulture, $"{AlertText.DriftUnit}:{Key(day)}:{drifted.Key}"),
                    rule,
                    AlertText.DriftUnit,
                    unit?.Id,
                    $"/tipoffs?{(unit is null ? "" : $"unit={Uri.EscapeDataString(unit.Key)}&")}state=All&from={Key(day)}&to={Key(day)}")
                {
                    Day = day,
                    Count = drifted.Count(),
                };
            }
        }
    }

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
