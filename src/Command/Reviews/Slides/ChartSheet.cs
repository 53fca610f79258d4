namespace Command.Reviews.Slides;

/// <summary>
/// The numbers of a chart as the one sheet of its workbook. The chart's formulas and its cached values are both taken from
/// here, so that they cannot differ from the cells.
/// </summary>
internal sealed class ChartSheet
{
    public const string Name = "Sheet1";

    private readonly List<SheetColumn> columns = [];

    public IReadOnlyList<SheetColumn> Columns => columns;

    public int Rows => columns.Max(c => c.Count) + 1;

    public static string FormatCode(NumberFormat format) => format == NumberFormat.Percent ? "0.0%" : "#,##0";

    public WordColumn AddWords(string head, IReadOnlyList<string> words) => Add(new WordColumn(columns.Count, head, words));

    public NumberColumn AddNumbers(string head, IReadOnlyList<double?> values, NumberFormat format) => Add(new NumberColumn(columns.Count, head, values, format));

    private T Add<T>(T column) where T : SheetColumn
    {
        columns.Add(column);
        return column;
    }
}

/// <param name="Index">From 0: A.</param>
internal abstract record SheetColumn(int Index, string Head)
{
    public abstract int Count { get; }

    public string HeadFormula => $"{ChartSheet.Name}!${Letters(Index)}$1";

    public string Formula => $"{ChartSheet.Name}!${Letters(Index)}$2:${Letters(Index)}${Count + 1}";

    /// <summary>0: A, 26: AA.</summary>
    public static string Letters(int index) => index < 26 ? $"{(char)('A' + index)}" : Letters(index / 26 - 1) + (char)('A' + index % 26);
}

internal sealed record WordColumn(int Index, string Head, IReadOnlyList<string> Words) : SheetColumn(Index, Head)
{
    public override int Count => Words.Count;
}

internal sealed record NumberColumn(int Index, string Head, IReadOnlyList<double?> Values, NumberFormat Format) : SheetColumn(Index, Head)
{
    public override int Count => Values.Count;
}
