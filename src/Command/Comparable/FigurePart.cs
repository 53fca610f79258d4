using Command.Units;

namespace Command.Comparable;

/// <summary>Pages, or of tip-offs units, whose figures of some days count alike, so that they are summed at once.</summary>
/// <param name="BesideUnitId">The predecessor with which they stay, compared with nothing; null: they count.</param>
internal sealed record FigurePart(DateOnly From, DateOnly To, int[] Ids, double Share, bool IsRestated, int? BesideUnitId)
{
    public static IReadOnlyList<FigurePart> Of(IReadOnlyList<PlacementSpan> spans, UnitTree tree, Measure measure) =>
        [.. spans.SelectMany(span => Of(span, tree, measure))];

    public bool Contains(DateOnly day) => day >= From && day <= To;

    private static IEnumerable<FigurePart> Of(PlacementSpan span, UnitTree tree, Measure measure)
    {
        var alike = span.Units
            .SelectMany(u => u.Value.Beside.Select(b => (Unit: u.Key, Key: (b.Share, IsRestated: false, Beside: (int?)b.UnitId)))
                .Concat(u.Value.Share > 0 ? [(u.Key, (u.Value.Share, u.Value.IsRestated, (int?)null))] : []))
            .GroupBy(u => u.Key, u => u.Unit);
        foreach (var group in alike)
        {
            var (share, isRestated, beside) = group.Key;
            foreach (var (from, to, ids) in measure.IsOfTipoffs ? [(span.From, span.To, [.. group])] : ComparableFigures.Owned(tree, [.. group], span.From, span.To))
            {
                int[] telling = measure.IsOfTipoffs ? ids : [.. ids.Where(id => measure.IsToldOf(tree.Pages[id].Platform))];
                if (telling.Length > 0)
                    yield return new FigurePart(from, to, telling, share, isRestated, beside);
            }
        }
    }
}
