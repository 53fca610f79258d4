namespace Command.Reviews.Slides;

/// <summary>One slide as it will be drawn: each block in its place.</summary>
internal sealed record Page(Slide Slide, int Part, Head Head, IReadOnlyList<Placed> Blocks)
{
    /// <summary>A slide's pages: one, or more where its blocks do not fit.</summary>
    public static List<Page> Of(Slide slide, CancellationToken cancel)
    {
        var placed = new List<IReadOnlyList<Placed>>();
        var rest = slide.Blocks;
        do
        {
            cancel.ThrowIfCancellationRequested();
            // The numbers behind the title are not known yet: any two will do for the room.
            var page = Stack.Place(rest, Head.Of(slide, placed.Count + 1, placed.Count == 0 ? 1 : 99).Body, placed.Count > 0);
            placed.Add(page.Here);
            rest = page.Later;
        }
        while (rest.Count > 0);

        return [.. placed.Select((blocks, i) => new Page(slide, i + 1, Head.Of(slide, i + 1, placed.Count), blocks))];
    }
}

internal sealed record Placed(Block Block, Box Box, Density Density);
