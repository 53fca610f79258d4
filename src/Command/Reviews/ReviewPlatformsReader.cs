using Command.Data;
using Command.Periods;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;

namespace Command.Reviews;

/// <summary>Reads the pages of a subtree by platform, and what partners outside the police have.</summary>
internal static class ReviewPlatformsReader
{
    public static async Task<IReadOnlyList<ReviewPlatform>> ReadAsync(
        CommandDb db, UnitTree tree, int unitId, Period days, CountedPages counted, IReadOnlyList<TipoffBreakdown> tipoffs, CancellationToken cancellation)
    {
        int[] owned = [.. tree.PagesUnder(unitId, days.To)];
        var followers = await LastReadings.ReadAsync(db, owned, Metric.Followers, days.To, cancellation);
        var spans = tree.PagesUnder(unitId, days.From, days.To);
        var platforms = new List<ReviewPlatform>();
        foreach (var pages in owned.Select(id => tree.Pages[id]).GroupBy(p => p.Platform).OrderBy(g => g.Key))
        {
            // Posts come as events from one platform, as readings from another.
            PageSpan[] own = [.. spans.Select(s => s with { Pages = s.Pages.Where(id => tree.Pages[id].Platform == pages.Key).ToHashSet() })];
            var range = new TotalsRange(db, new PageCoverage(own), days.From, days.To);
            var told = await ToldTotals.ReadAsync(range, cancellation);
            var declared = await range.DeclaredByPagesAsync(cancellation);
            var known = pages.Select(p => followers.GetValueOrDefault(p.Id)).OfType<double>().ToList();
            platforms.Add(new ReviewPlatform(
                pages.Key,
                pages.Count(),
                counted.OfPlatform(tree, pages.Key, Metric.Messages),
                Collected(Metric.Posts),
                Collected(Metric.Interactions),
                known.Count == 0 ? null : known.Sum(),
                known.Count,
                tipoffs.FirstOrDefault(t => t.Key == pages.Key.ToString())?.Ratio ?? TipoffRatio.None)
            {
                Declared = Quotes(metric => Declared.OfPages(metric, declared[metric.Id])),
            });

            long? Collected(Metric of) => told.With(of, counted.OfPlatform(tree, pages.Key, of) ?? 0);
        }

        return platforms;
    }

    /// <summary>Those of which a document tells something.</summary>
    public static async Task<IReadOnlyList<ReviewPartner>> PartnersAsync(CommandDb db, UnitTree tree, int unitId, Period days, CancellationToken cancellation)
    {
        int[] partners = [.. tree.UnitsUnder(unitId, days.From, days.To).SelectMany(s => s.Units).Distinct()
            .Where(id => (tree.VersionOn(id, days.To) ?? tree.VersionOn(id, days.From))?.Kind == UnitKind.Partner)];
        var declared = await new TotalsRange(db, new PageCoverage([]), days.From, days.To).DeclaredByUnitsAsync(partners, cancellation);
        return
        [
            .. partners.Select(id => new ReviewPartner(tree.NameOf(id, days.To), Quotes(metric => Declared.OfUnit(metric, [.. declared[(id, metric.Id)]]))))
                .Where(p => p.Declared.Count > 0).OrderBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<ReviewQuote> Quotes(Func<Metric, DeclaredTotal?> said) =>
    [
        .. ReviewMetric.All.Select(m => Metric.Find(m.Name)).OfType<Metric>().Select(m => (m.Name, Total: said(m))).Where(q => q.Total is not null)
            .Select(q => new ReviewQuote(q.Name, q.Total!.Value, q.Total.Exactness, q.Total.Documents)),
    ];
}
