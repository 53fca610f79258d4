namespace Command.Reviews.Workbooks;

public enum CellForm
{
    /// <summary>Unknown.</summary>
    Empty,
    Text,
    Day,

    /// <summary>To the minute, on the local clock.</summary>
    Moment,
    Count,
    Average,

    /// <summary>0 … 1, four decimals.</summary>
    Ratio,
}

/// <summary>One cell of a table, rounded as it is shown: the screen and every file say the same.</summary>
public readonly record struct SheetCell(CellForm Form, string? Words = null, DateTime Date = default, double Number = 0)
{
    public static readonly SheetCell Empty;

    public static SheetCell Text(string words) => new(CellForm.Text, words);

    public static SheetCell Day(DateOnly? day) => day is { } known ? new(CellForm.Day, Date: known.ToDateTime(TimeOnly.MinValue)) : Empty;

    public static SheetCell Moment(DateTime? local) => local is { } known ? new(CellForm.Moment, Date: known) : Empty;

    public static SheetCell Count(double? number) => Rounded(CellForm.Count, number, 0);

    public static SheetCell Average(double? number) => Rounded(CellForm.Average, number, 1);

    public static SheetCell Ratio(double? number) => Rounded(CellForm.Ratio, number, 4);

    private static SheetCell Rounded(CellForm form, double? number, int decimals) =>
        number is { } known ? new(form, Number: Math.Round(known, decimals, MidpointRounding.AwayFromZero)) : Empty;
}
