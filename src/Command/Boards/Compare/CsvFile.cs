using System.Globalization;
using System.Text;
using Command.Reviews.Workbooks;

namespace Command.Boards.Compare;

/// <summary>A table as CSV that no program misreads: UTF-8 with its mark, ISO days, a point before decimals.</summary>
public static class CsvFile
{
    public const string Type = "text/csv; charset=utf-8";

    /// <summary>With one of these in front a spreadsheet takes a text for a formula.</summary>
    private const string Active = "=+-@\t\r";

    public static byte[] Write(CompareSheet sheet)
    {
        var text = new StringBuilder();
        Line(text, sheet.Columns.Select(Words));
        foreach (var row in sheet.Rows)
            Line(text, row.Select(Cell));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells).Append("\r\n");

    private static string Cell(SheetCell cell) => cell.Form switch
    {
        CellForm.Empty => "",
        CellForm.Text => Words(cell.Words ?? ""),
        CellForm.Moment => cell.Date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        CellForm.Day => cell.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => cell.Number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Words(string words)
    {
        var inert = words.Length > 0 && Active.Contains(words[0], StringComparison.Ordinal) ? "'" + words : words;
        return inert.AsSpan().ContainsAny(",\"\r\n") ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : inert;
    }
}
