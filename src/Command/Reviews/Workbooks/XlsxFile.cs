using System.Globalization;
using Command.Reviews.Packages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Tab = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using Tabs = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace Command.Reviews.Workbooks;

/// <summary>Tables as a workbook: real numbers, real days, and texts that are never formulas. The same tables are the same bytes.</summary>
public static class XlsxFile
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint Head = 1;
    private const uint TextStyle = 2;
    private const uint DayStyle = 3;
    private const uint CountStyle = 4;
    private const uint AverageStyle = 5;
    private const uint RatioStyle = 6;
    private const uint MomentStyle = 7;

    private const uint DayFormat = 164;
    private const uint AverageFormat = 165;
    private const uint MomentFormat = 166;

    private const int LongestName = 31;

    /// <summary>Rows that a column's width is judged by.</summary>
    private const int RowsMeasured = 200;

    /// <param name="sheets">At least one.</param>
    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            // Names of relations are given: those that are drawn by lot would make each file another.
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "rId1");
            book.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = Styles();
            var tabs = new Tabs();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var sheet in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>(string.Create(CultureInfo.InvariantCulture, $"rId{names.Count + 2}"));
                part.Worksheet = Worksheet(sheet);
                tabs.Append(new Tab { Id = book.GetIdOfPart(part), SheetId = (uint)names.Count + 1, Name = Free(sheet.Name, names) });
            }

            book.Workbook = new Workbook(tabs);
        }

        return StillZip.Pack(file);
    }

    private static Worksheet Worksheet(Sheet sheet) => new(
        new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
        new Columns(sheet.Columns.Select((name, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Width(sheet, name, i), CustomWidth = true })),
        new SheetData([Row(1, sheet.Columns.Select(name => Text(name, Head))), .. sheet.Rows.Select((row, i) => Row((uint)i + 2, row.Select(CellOf)))]));

    private static double Width(Sheet sheet, string name, int column) =>
        Math.Clamp(sheet.Rows.Take(RowsMeasured).Select(r => r[column].Words?.Length ?? 0).Append(name.Length).Max() + 2, 12, 48);

    private static string Free(string wanted, HashSet<string> names)
    {
        var name = new string([.. wanted.Where(c => !@"[]:*?/\".Contains(c, StringComparison.Ordinal) && !char.IsControl(c))]).Trim('\'', ' ');
        name = name.Length > LongestName ? name[..LongestName].TrimEnd() : name.Length == 0 ? "1" : name;
        for (var n = 2; !names.Add(name); n++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $" {n}");
            name = name[..Math.Min(name.Length, LongestName - ending.Length)] + ending;
        }

        return name;
    }

    private static Row Row(uint number, IEnumerable<Cell> cells) => new(cells) { RowIndex = number };

    private static Cell CellOf(SheetCell cell) => cell.Form switch
    {
        CellForm.Empty => new Cell(),
        CellForm.Text => Text(cell.Words ?? "", TextStyle),
        CellForm.Day => Number(cell.Date.ToOADate(), DayStyle),
        CellForm.Moment => Number(cell.Date.ToOADate(), MomentStyle),
        CellForm.Count => Number(cell.Number, CountStyle),
        CellForm.Average => Number(cell.Number, AverageStyle),
        _ => Number(cell.Number, RatioStyle),
    };

    private static Cell Number(double value, uint style) => new() { CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture)), StyleIndex = style };

    private static Cell Text(string words, uint style) => new(new InlineString(new Text(words) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    /// <summary>In the order of the constants above. A text keeps its quote: saved again as CSV or edited by hand it does not turn into a formula.</summary>
    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" },
            new NumberingFormat { NumberFormatId = AverageFormat, FormatCode = "#,##0.0" },
            new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true, QuotePrefix = true },
            new CellFormat { QuotePrefix = true },
            Formatted(DayFormat),
            Formatted(3),
            Formatted(AverageFormat),
            Formatted(10),
            Formatted(MomentFormat)));

    private static CellFormat Formatted(uint format) => new() { NumberFormatId = format, ApplyNumberFormat = true };
}
