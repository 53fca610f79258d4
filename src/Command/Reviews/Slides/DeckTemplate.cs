namespace Command.Reviews.Slides;

/// <summary>
/// Fills a presentation of the user's own: `{{name}}` in any text of slides and notes, and the charts named like ours (the
/// graphic's name, or the title or the text of its alternative text).
/// </summary>
public static class DeckTemplate
{
    public const long LargestBytes = 50 * 1024 * 1024;

    /// <param name="template">Read to its end, needs no seeking.</param>
    /// <param name="values">By name without braces: `tipoffs.ratio` → "24,96 %".</param>
    /// <param name="charts">By <see cref="Chart.Name"/>.</param>
    /// <param name="output">Untouched when the template is refused.</param>
    public static TemplateReport Fill(Stream template, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, Chart> charts, Stream output, CancellationToken cancel = default) =>
        throw new NotImplementedException();
}
