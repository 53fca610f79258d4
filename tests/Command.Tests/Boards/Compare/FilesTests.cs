using System.Text;
using Command.Boards.Compare;
using Command.Reviews.Workbooks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Sheet = Command.Reviews.Workbooks.Sheet;

namespace Command.Tests.Boards.Compare;

public sealed class FilesTests
{
    private static readonly CompareSheet sheet = new(
        ["Thứ tự", "=cmd|' /C calc'!A0", "Từ ngày"],
        [
            [SheetCell.Count(1234.5), SheetCell.Text("+1, \"hai\"\nba"), SheetCell.Day(new(2026, 3, 1))],
            [SheetCell.Ratio(0.24956), SheetCell.Empty, SheetCell.Average(12.25)],
            [SheetCell.Text("@x"), SheetCell.Text("-y"), SheetCell.Text("tab\tinside")],
        ]);

    [Fact]
    public void CSV_has_its_mark_ISO_days_a_point_before_decimals_and_no_formula()
    {
        var bytes = CsvFile.Write(sheet);

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            "Thứ tự,'=cmd|' /C calc'!A0,Từ ngày\r\n1235,\"'+1, \"\"hai\"\"\nba\",2026-03-01\r\n0.2496,,12.3\r\n'@x,'-y,tab\tinside\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public void XLSX_is_valid_and_has_real_numbers_and_days_and_no_formula()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Write([new Sheet("So sánh", sheet.Columns, sheet.Rows)])), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();

        Assert.Empty(document.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
        Assert.Equal("=cmd|' /C calc'!A0", cells[1].InnerText);
        Assert.Equal(CellValues.InlineString, cells[1].DataType!.Value);
        Assert.Equal(("1235", "46082", "0.2496", ""), (cells[3].CellValue!.Text, cells[5].CellValue!.Text, cells[6].CellValue!.Text, cells[7].InnerText));
        Assert.Equal(new DateTime(2026, 3, 1), DateTime.FromOADate(46082));
    }
}
