namespace Command.Reviews.Slides;

/// <summary>Paragraphs: their height, and where to part them.</summary>
internal static class ProseLayout
{
    public const double Indent = 16;

    /// <summary>Before each paragraph but the first, in parts of the type size.</summary>
    public const double Space = 0.4;

    public static double Height(Prose prose, double width, Density density) =>
        prose.Lines.Sum(line => Height(line, width, density)) + Math.Max(0, prose.Lines.Count - 1) * Space * density.Prose + 2;

    public static bool IsBold(Line line) => line.Tone == Tone.Strong;

    /// <summary>What fits into a height, and what does not; a paragraph is parted between its lines.</summary>
    public static (Prose? Here, Prose? Later) Split(Prose prose, double width, double height, Density density)
    {
        var here = new List<Line>();
        var left = height - 2;
        foreach (var (line, i) in prose.Lines.Select((line, i) => (line, i)))
        {
            var need = Height(line, width, density) + (i > 0 ? Space * density.Prose : 0);
            if (need <= left)
            {
                here.Add(line);
                left -= need;
                continue;
            }

            var wrapped = TextWidth.Wrap(line.Text, density.Prose, Room(line, width), IsBold(line));
            var fits = (int)((left - (i > 0 ? Space * density.Prose : 0)) / (density.Prose * Grid.Leading));
            var later = prose.Lines.Skip(i + 1);
            if (fits < 2 && i > 0 || fits < 1)
                return (here.Count == 0 ? null : new Prose(here), new Prose([line, .. later]));

            here.Add(line with { Text = string.Join(' ', wrapped.Take(fits)) });
            return (new Prose(here), new Prose([line with { Text = string.Join(' ', wrapped.Skip(fits)), IsBullet = false }, .. later]));
        }

        return (prose, null);
    }

    private static double Height(Line line, double width, Density density) =>
        TextWidth.Lines(line.Text, density.Prose, Room(line, width), IsBold(line)) * density.Prose * Grid.Leading;

    private static double Room(Line line, double width) => width - (line.IsBullet ? Indent : 0);
}
