using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Command.Reviews.Slides;

/// <summary>What stands on a slide, numbered in the order it is drawn, which is the order it is read aloud.</summary>
internal sealed class Shapes(string language)
{
    private readonly List<DocumentFormat.OpenXml.OpenXmlElement> all = [];

    public string Language => language;

    /// <summary>The shapes of a slide, a layout or a master.</summary>
    public ShapeTree Tree() => new(
    [
        new NonVisualGroupShapeProperties(new NonVisualDrawingProperties { Id = 1, Name = "" }, new NonVisualGroupShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
        new GroupShapeProperties(new A.TransformGroup(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }, new A.ChildOffset { X = 0, Y = 0 }, new A.ChildExtents { Cx = 0, Cy = 0 })),
        .. all,
    ]);

    public void Text(string name, Box box, IEnumerable<Paragraph> paragraphs, A.TextAnchoringTypeValues? anchor = null) =>
        Add(new Shape(
            new NonVisualShapeProperties(Named(name), new NonVisualShapeDrawingProperties { TextBox = true }, new ApplicationNonVisualDrawingProperties()),
            new ShapeProperties(new A.Transform2D(Offset(box), Extents(box)), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }, new A.NoFill()),
            Body(paragraphs, anchor)));

    /// <param name="box">Null: where the layout says.</param>
    public void Placeholder(Placeholder place, string name, Box? box, IEnumerable<Paragraph> paragraphs) =>
        Add(new Shape(
            new NonVisualShapeProperties(Named(name), new NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }), new ApplicationNonVisualDrawingProperties(place.Draw())),
            box is { } at ? new ShapeProperties(new A.Transform2D(Offset(at), Extents(at))) : new ShapeProperties(),
            Body(paragraphs, null)));

    /// <summary>The slide as its notes show it.</summary>
    public void SlideImage(Placeholder place, string name, Box? box) =>
        Add(new Shape(
            new NonVisualShapeProperties(Named(name), new NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true, NoRotation = true, NoChangeAspect = true }), new ApplicationNonVisualDrawingProperties(place.Draw())),
            box is { } at ? new ShapeProperties(new A.Transform2D(Offset(at), Extents(at)), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }, new A.NoFill(), Ink.Pale.Line(0.75)) : new ShapeProperties()));

    /// <param name="number">Null on a master: Office fills it in.</param>
    /// <param name="box">Null: where the layout says.</param>
    public void PageNumber(Placeholder place, string name, int? number, Box? box = null) =>
        Add(new Shape(
            new NonVisualShapeProperties(Named(name), new NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }), new ApplicationNonVisualDrawingProperties(place.Draw())),
            box is { } at ? new ShapeProperties(new A.Transform2D(Offset(at), Extents(at))) : new ShapeProperties(),
            new TextBody(new A.BodyProperties { LeftInset = 0, TopInset = 0, RightInset = 0, BottomInset = 0 }, new A.ListStyle(), new A.Paragraph(
                new A.ParagraphProperties { Alignment = A.TextAlignmentTypeValues.Right },
                new A.Field(new A.RunProperties(Ink.Soft.Fill(), new A.LatinFont { Typeface = "+mn-lt" }) { Language = language, FontSize = (int)(Grid.FooterSize * 100) }, new A.Text(number is null ? "‹#›" : $"{number}")) { Id = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", Type = "slidenum" }))));

    /// <summary>A line or a bar of colour: for the eye only.</summary>
    public void Bar(string name, Box box, Ink ink) =>
        Add(new Shape(
            new NonVisualShapeProperties(Decorative(Named(name)), new NonVisualShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
            new ShapeProperties(new A.Transform2D(Offset(box), Extents(box)), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }, ink.Fill(), Ink.NoLine()),
            new TextBody(new A.BodyProperties(), new A.ListStyle(), new A.Paragraph(new A.EndParagraphRunProperties { Language = language }))));

    public void Chart(Chart chart, Box box, string relationshipId) =>
        Frame(chart.GraphicName, chart.AltText, chart.Title, box, new A.GraphicData(new C.ChartReference { Id = relationshipId }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" });

    public void Table(string name, string altText, Box box, A.Table table) =>
        Frame(name, altText, null, box, new A.GraphicData(table) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" });

    private void Frame(string name, string altText, string? title, Box box, A.GraphicData data)
    {
        var named = Named(name);
        named.Description = CleanText.Of(altText);
        named.Title = title is null ? null : CleanText.Of(title);
        Add(new GraphicFrame(
            new NonVisualGraphicFrameProperties(named, new NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoGrouping = true }), new ApplicationNonVisualDrawingProperties()),
            new Transform(Offset(box), Extents(box)),
            new A.Graphic(data)));
    }

    /// <summary>Screen readers pass it over.</summary>
    private static NonVisualDrawingProperties Decorative(NonVisualDrawingProperties named)
    {
        var mark = new DocumentFormat.OpenXml.OpenXmlUnknownElement("adec", "decorative", "http://schemas.microsoft.com/office/drawing/2017/decorative");
        mark.SetAttribute(new DocumentFormat.OpenXml.OpenXmlAttribute("val", "", "1"));
        named.Append(new A.NonVisualDrawingPropertiesExtensionList(new A.NonVisualDrawingPropertiesExtension(mark) { Uri = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}" }));
        return named;
    }

    private void Add(DocumentFormat.OpenXml.OpenXmlElement shape) => all.Add(shape);

    private NonVisualDrawingProperties Named(string name) => new() { Id = (uint)all.Count + 2, Name = CleanText.Of(name) };

    private TextBody Body(IEnumerable<Paragraph> paragraphs, A.TextAnchoringTypeValues? anchor) => new(
    [
        new A.BodyProperties(new A.NormalAutoFit()) { LeftInset = 0, TopInset = 0, RightInset = 0, BottomInset = 0, Wrap = A.TextWrappingValues.Square, Anchor = anchor },
        new A.ListStyle(),
        .. paragraphs.Select(p => p.Draw(language)),
    ]);

    private static A.Offset Offset(Box box) => new() { X = Box.Emu(box.X), Y = Box.Emu(box.Y) };

    private static A.Extents Extents(Box box) => new() { Cx = Box.Emu(box.Width), Cy = Box.Emu(box.Height) };
}
