using Command.Comparable;
using Command.Reviews.Workbooks;

namespace Command.Boards.Compare;

/// <summary>A comparison as one table, in the reader's words: what the screen shows under the lines and what is downloaded.</summary>
public sealed record CompareSheet(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<SheetCell>> Rows)
{
    /// <summary>By row and cell: the address of what a number is made of; null: it has none, or not for who asks.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Addresses { get; init; } = [];

    /// <summary>Which row is that of the whole periods.</summary>
    public int WholeAt { get; init; }

    /// <summary>A row per point, one for the whole of each period, then one per line with what must be known of it.</summary>
    public static CompareSheet Of(Comparison comparison, ComparePhrases say)
    {
        var columns = Parts(comparison, say).ToList();
        string[] heads = comparison.IsOneCalendar ? [say.Number, say.From, say.To] : [say.Number];
        return new CompareSheet(
            [.. heads, .. columns.SelectMany(c => c.Titles), say.Notes],
            [.. Enumerable.Range(0, comparison.Length).Select(i => Row(comparison, columns, say, i)), Whole(comparison, columns, say), .. comparison.Lines.Select(line => About(comparison, line, columns, say))])
        {
            WholeAt = comparison.Length,
            Addresses = [.. Enumerable.Range(0, comparison.Length).Select(i => Line(c => c.Address(i))), Line(c => c.Address(null)), .. comparison.Lines.Select(_ => Line(_ => null))],
        };

        IReadOnlyList<string?> Line(Func<Column, string?> address) =>
            [.. heads.Select(_ => (string?)null), .. columns.SelectMany(c => Enumerable.Repeat(address(c), c.Titles.Count)), null];
    }

    private static IEnumerable<Column> Parts(Comparison comparison, ComparePhrases say)
    {
        var measure = comparison.Measure;
        foreach (var line in comparison.Lines)
        {
            var name = say.Name(comparison, line);
            yield return new Column(
                say.Titles(measure, name), i => Cells(measure, i < line.Points.Count ? line.Points[i].Figure : null), Cells(measure, line.Total), i => PartsRequest.AddressOf(comparison, line, i));
            foreach (var beside in line.Beside)
                yield return new Column(say.Titles(measure, say.Beside(beside, name)), i => Cells(measure, i < beside.Figures.Count ? beside.Figures[i] : null), Cells(measure, beside.Total), i => PartsRequest.AddressOf(comparison, line, i));
        }

        foreach (var (group, line) in ComparePhrases.Groups(comparison))
        {
            yield return new Column(
                say.Titles(measure, say.Group(comparison, group, line)),
                i => Cells(measure, i < group.Figures.Count ? group.Figures[i] : null, true),
                Cells(measure, group.Total, true),
                i => PartsRequest.AddressOfGroup(comparison, line, i));
        }
    }

    private static IReadOnlyList<SheetCell> Row(Comparison comparison, List<Column> columns, ComparePhrases say, int i)
    {
        SheetCell[] heads = [SheetCell.Count(i + 1)];
        if (comparison.IsOneCalendar && comparison.Lines is [var line, ..])
            heads = [.. heads, SheetCell.Day(line.Points[i].Days.From), SheetCell.Day(line.Points[i].Days.To)];
        return [.. heads, .. columns.SelectMany(c => c.Cells(i)), SheetCell.Text(say.RowNotes(comparison, i))];
    }

    private static IReadOnlyList<SheetCell> Whole(Comparison comparison, List<Column> columns, ComparePhrases say)
    {
        SheetCell[] heads = [SheetCell.Text(say.Whole)];
        if (comparison.IsOneCalendar && comparison.Lines is [{ Period: { } period }, ..])
            heads = [.. heads, SheetCell.Day(period.From), SheetCell.Day(period.To)];
        return [.. heads, .. columns.SelectMany(c => c.Whole), SheetCell.Text(say.WholeNotes(comparison))];
    }

    private static IReadOnlyList<SheetCell> About(Comparison comparison, ComparedLine line, List<Column> columns, ComparePhrases say)
    {
        SheetCell[] heads = [SheetCell.Text(say.Name(comparison, line))];
        if (comparison.IsOneCalendar)
            heads = [.. heads, SheetCell.Day(line.Period.From), SheetCell.Day(line.Period.To)];
        return [.. heads, .. columns.SelectMany(c => c.Titles).Select(_ => SheetCell.Text("")), SheetCell.Text(say.LineNotes(comparison, line))];
    }

    private static SheetCell[] Cells(Measure measure, Figure? figure, bool isAverage = false) => measure.Form switch
    {
        MeasureForm.Share => [SheetCell.Ratio(figure?.Ratio), SheetCell.Count(figure?.Value), SheetCell.Count(figure?.Of)],
        MeasureForm.Median => [SheetCell.Average(figure?.Number(measure)), SheetCell.Count(figure?.Value)],
        _ => [isAverage ? SheetCell.Average(figure?.Value) : SheetCell.Count(figure?.Value)],
    };

    private sealed record Column(IReadOnlyList<string> Titles, Func<int, SheetCell[]> Cells, SheetCell[] Whole, Func<int?, string?> Address);
}
