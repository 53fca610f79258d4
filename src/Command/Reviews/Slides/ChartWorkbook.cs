using System.Globalization;
using Command.Reviews.Packages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Command.Reviews.Slides;

/// <summary>The workbook that Office opens under "edit data".</summary>
internal static class ChartWorkbook
{
    private const uint WordStyle = 1;
    private const uint CountStyle = 2;
    private const uint PercentStyle = 3;

    /// <summary>`0.0%` is not among the built-in formats; `#,##0` is the third.</summary>
    private const uint PercentFormat = 164;
    private const uint CountFormat = 3;

    public static byte[] Write(ChartSheet sheet)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "rId1");
            new Worksheet(
                new SheetFormatProperties { DefaultRowHeight = 15 },
                new S.Columns(sheet.Columns.Select(c => new S.Column { Min = (uint)c.Index + 1, Max = (uint)c.Index + 1, Width = c is WordColumn ? 40 : 18, CustomWidth = true })),
                new SheetData(Enumerable.Range(0, sheet.Rows).Select(row => RowOf(sheet, row)))).Save(book.AddNewPart<WorksheetPart>("rId1"));
            Styles().Save(book.AddNewPart<WorkbookStylesPart>("rId2"));
            new Workbook(new Sheets(new Sheet { Id = "rId1", SheetId = 1, Name = ChartSheet.Name })).Save(book);
        }

        return StillZip.Pack(package);
    }

    /// <summary>The number as it stands in a cell and in the chart's cache.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static Row RowOf(ChartSheet sheet, int row)
    {
        var line = new Row { RowIndex = (uint)row + 1 };
        foreach (var column in sheet.Columns)
        {
            var at = SheetColumn.Letters(column.Index) + (row + 1).ToString(CultureInfo.InvariantCulture);
            if (row == 0)
                line.Append(Words(at, column.Head));
            else if (column is WordColumn words && row <= words.Count)
                line.Append(Words(at, words.Words[row - 1]));
            else if (column is NumberColumn numbers && row <= numbers.Count && numbers.Values[row - 1] is { } value)
                line.Append(new Cell { CellReference = at, StyleIndex = numbers.Format == NumberFormat.Percent ? PercentStyle : CountStyle, CellValue = new CellValue(Text(value)) });
        }

        return line;
    }

    /// <summary>Inline, quoted: a name that begins with "=" stays a name.</summary>
    private static Cell Words(string at, string text) => new(new InlineString(new Text(CleanText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = at,
        DataType = CellValues.InlineString,
        StyleIndex = WordStyle,
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = PercentFormat, FormatCode = ChartSheet.FormatCode(NumberFormat.Percent) }),
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { QuotePrefix = true },
            new CellFormat { NumberFormatId = CountFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = PercentFormat, ApplyNumberFormat = true }));
}
