using Command.Units;

namespace Command.Rollups;

/// <summary>
/// Which pages a subtree owned on which days of a range. Nearly all pages belong to it on every day, so that their
/// sums are taken over the whole range at once, and only the few others are judged day by day.
/// </summary>
public sealed class PageCoverage
{
    private readonly IReadOnlyList<PageSpan> spans;

    public PageCoverage(IReadOnlyList<PageSpan> spans)
    {
        this.spans = spans;
        var always = spans.Count == 0 ? [] : spans[0].Pages.ToHashSet();
        var ever = always.ToHashSet();
        foreach (var span in spans.Skip(1))
        {
            always.IntersectWith(span.Pages);
            ever.UnionWith(span.Pages);
        }

        Always = [.. always];
        Sometimes = [.. ever.Except(always)];
        Ever = [.. ever];
        Last = spans.Count == 0 ? [] : [.. spans[^1].Pages];
    }

    /// <summary>Owned on every day.</summary>
    public int[] Always { get; }

    /// <summary>Owned on some days and not on others.</summary>
    public int[] Sometimes { get; }

    public int[] Ever { get; }

    /// <summary>Owned on the last day.</summary>
    public int[] Last { get; }

    /// <summary>Whether the page belonged to the subtree on all of these days, which lie in the range.</summary>
    public bool Covers(int pageId, DateOnly from, DateOnly to) =>
        spans.All(s => s.To < from || s.From > to || s.Pages.Contains(pageId));

    public bool Covers(int pageId, DateOnly day) => Covers(pageId, day, day);
}
