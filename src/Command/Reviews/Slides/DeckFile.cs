using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using P = DocumentFormat.OpenXml.Presentation;

namespace Command.Reviews.Slides;

/// <summary>The package: master, layouts, slides, charts with their workbooks, notes. Every relationship has a name of its own, none is drawn by lot.</summary>
internal sealed class DeckFile
{
    private const string MasterId = "rId1";
    private const string NotesMasterId = "rId2";

    /// <summary>The format wants ids of slides from here on.</summary>
    private const uint FirstSlideId = 256;

    private readonly PresentationPart presentation;
    private readonly SlideMasterPart master;
    private readonly NotesMasterPart notesMaster;
    private readonly Words words;
    private readonly P.SlideIdList slides = new();
    private int charts;

    public DeckFile(PresentationDocument document, Deck deck)
    {
        words = Words.Of(deck.Language);
        WriteProperties(document, deck);
        presentation = document.AddPresentationPart();
        document.ChangeIdOfPart(presentation, "rId1");

        master = presentation.AddNewPart<SlideMasterPart>(MasterId);
        var cover = master.AddNewPart<SlideLayoutPart>(DeckMaster.CoverId);
        DeckMaster.Cover(words).Save(cover);
        cover.AddPart(master, "rId1");
        var content = master.AddNewPart<SlideLayoutPart>(DeckMaster.ContentId);
        DeckMaster.Content(words).Save(content);
        content.AddPart(master, "rId1");
        DeckTheme.Write(words.Theme).Save(master.AddNewPart<ThemePart>(DeckMaster.ThemeId));
        DeckMaster.Master(words).Save(master);
        presentation.AddPart(master.ThemePart!, "rId3");

        notesMaster = presentation.AddNewPart<NotesMasterPart>(NotesMasterId);
        DeckTheme.Write(words.Theme).Save(notesMaster.AddNewPart<ThemePart>("rId1"));
        SpeakerNotes.Master(words).Save(notesMaster);
    }

    public void Add(Page page, string footer)
    {
        var number = slides.Count() + 1;
        var id = $"rId{number + 10}";
        var part = presentation.AddNewPart<SlidePart>(id);
        part.AddPart(master.GetPartById(page.Slide.IsCover ? DeckMaster.CoverId : DeckMaster.ContentId), "rId1");
        var onSlide = 0;
        var shapes = SlideDrawing.Draw(page, footer, number, words, (chart, box) =>
        {
            var chartId = $"rId{10 + onSlide++}";
            Write(part.AddNewPart<ChartPart>(chartId), chart, box);
            return chartId;
        });
        new P.Slide(new P.CommonSlideData(shapes.Tree()), new P.ColorMapOverride(new DocumentFormat.OpenXml.Drawing.MasterColorMapping())).Save(part);
        if (page.Part == 1 && !string.IsNullOrWhiteSpace(page.Slide.Notes))
        {
            var notes = part.AddNewPart<NotesSlidePart>("rId2");
            notes.AddPart(notesMaster, "rId1");
            notes.AddPart(part, "rId2");
            SpeakerNotes.Slide(page.Slide.Notes, words).Save(notes);
        }

        slides.Append(new P.SlideId { Id = FirstSlideId + (uint)number - 1, RelationshipId = id });
    }

    public void Close() => new P.Presentation(
        new P.SlideMasterIdList(new P.SlideMasterId { Id = DeckMaster.MasterId, RelationshipId = MasterId }),
        new P.NotesMasterIdList(new P.NotesMasterId { Id = NotesMasterId }),
        slides,
        new P.SlideSize { Cx = (int)Box.Emu(Grid.Width), Cy = (int)Box.Emu(Grid.Height) },
        new P.NotesSize { Cx = Box.Emu(540), Cy = Box.Emu(720) })
    { SaveSubsetFonts = true }.Save(presentation);

    private void Write(ChartPart part, Chart chart, Box box)
    {
        charts++;
        var (space, sheet) = chart switch
        {
            CategoryChart categories => CategoryPlot.Write(categories, box.Width, box.Height, words.Language, "rId1"),
            ScatterChart scatter => ScatterPlot.Write(scatter, box.Width, box.Height, words.Language, "rId1"),
            _ => throw new ArgumentException($"No plot for {chart.GetType().Name}."),
        };
        space.Save(part);
        using var workbook = new MemoryStream(ChartWorkbook.Write(sheet));
        part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx, "rId1").FeedData(workbook);
    }

    /// <summary>Title, language and time; no author: the file names no person.</summary>
    private void WriteProperties(PresentationDocument document, Deck deck)
    {
        const string Terms = "http://purl.org/dc/terms/";
        const string Elements = "http://purl.org/dc/elements/1.1/";
        const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
        var part = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(part, "rId2");
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream);
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", Elements, CleanText.Of(deck.Title));
        xml.WriteElementString("dc", "language", Elements, words.Language);
        foreach (var name in (string[])["created", "modified"])
        {
            xml.WriteStartElement("dcterms", name, Terms);
            xml.WriteAttributeString("xsi", "type", Instance, "dcterms:W3CDTF");
            xml.WriteString(XmlConvert.ToString(deck.DataTime.UtcDateTime, "yyyy-MM-ddTHH:mm:ssZ"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
