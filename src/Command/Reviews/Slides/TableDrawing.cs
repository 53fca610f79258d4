using DocumentFormat.OpenXml.Drawing;

namespace Command.Reviews.Slides;

/// <summary>A native table: hairlines between rows, no boxes, numbers right.</summary>
internal static class TableDrawing
{
    /// <summary>Office's own style "no style, no grid".</summary>
    private const string NoStyle = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

    public static DocumentFormat.OpenXml.Drawing.Table Draw(Table table, Placed placed, string language)
    {
        var layout = TableLayout.Of(table, placed.Box.Width, placed.Density);
        var (density, size) = (placed.Density, placed.Density.Table);
        var drawn = new DocumentFormat.OpenXml.Drawing.Table(
            new TableProperties(new TableStyleId(NoStyle)) { FirstRow = true },
            new TableGrid(layout.Widths.Select(w => new GridColumn { Width = Box.Emu(w) })));
        drawn.Append(Row(layout.HeadHeight, table.Columns.Select((c, i) => Cell(new Paragraph(layout.Heading(table, i, density), TableLayout.HeadSize(density), Ink.Soft) { IsBold = true, IsRight = c.IsNumber }, TableLayout.LeftOf(table, i), density, TextAnchoringTypeValues.Bottom, Ink.StrongLine.Colour(), 1, false, language))));
        foreach (var (row, height) in table.Rows.Zip(layout.RowHeights))
        {
            drawn.Append(Row(height, row.Cells.Select((cell, i) => Cell(
                new Paragraph(cell.Text, size, Ink.Of(cell.Tone)) { IsBold = TableLayout.IsBold(row, cell), IsRight = table.Columns[i].IsNumber },
                TableLayout.LeftOf(table, i), density, TextAnchoringTypeValues.Center, Ink.Hairline.Colour(), 0.75, row.IsStrong, language))));
        }

        return drawn;
    }

    private static DocumentFormat.OpenXml.Drawing.TableRow Row(double height, IEnumerable<DocumentFormat.OpenXml.Drawing.TableCell> cells) => new(cells) { Height = Box.Emu(height) };

    private static DocumentFormat.OpenXml.Drawing.TableCell Cell(Paragraph paragraph, double left, Density density, TextAnchoringTypeValues anchor, SchemeColor line, double lineWidth, bool isStrong, string language) => new(
        new TextBody(new BodyProperties(), new ListStyle(), paragraph.Draw(language)),
        new TableCellProperties(
            new LeftBorderLineProperties(new NoFill()),
            new RightBorderLineProperties(new NoFill()),
            new TopBorderLineProperties(new NoFill()),
            new BottomBorderLineProperties(new SolidFill(line)) { Width = (int)Box.Emu(lineWidth) },
            isStrong ? Ink.Ground.Fill() : new NoFill())
        {
            LeftMargin = (int)Box.Emu(left),
            RightMargin = (int)Box.Emu(TableLayout.Side),
            TopMargin = (int)Box.Emu(density.TablePadding),
            BottomMargin = (int)Box.Emu(density.TablePadding),
            Anchor = anchor,
        });
}
