using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Command.Tests.Reviews.Slides;

/// <summary>Reads a PPTX as a stranger would: a zip of XML files. It shares nothing with the writer.</summary>
internal sealed class DeckReader : IDisposable
{
    private const string RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly ZipArchive zip;

    public DeckReader(byte[] file) => zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);

    public IReadOnlyList<string> Entries => [.. zip.Entries.Select(e => e.FullName)];

    public IEnumerable<DateTime> Times => zip.Entries.Select(e => e.LastWriteTime.DateTime);

    /// <summary>The slides' paths in the order of the show.</summary>
    public IReadOnlyList<string> Slides()
    {
        var targets = Targets("ppt/presentation.xml", "slide");
        return [.. Xml("ppt/presentation.xml").SelectNodes("//*[local-name()='sldId']")!.Cast<XmlElement>().Select(id => targets[id.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")])];
    }

    public string Title(string slide) =>
        string.Concat(Xml(slide).SelectNodes("//*[local-name()='sp'][.//*[local-name()='ph'][@type='title' or @type='ctrTitle']]//*[local-name()='t']")!.Cast<XmlElement>().Select(t => t.InnerText));

    public IReadOnlyList<string> Texts(string part) => [.. Xml(part).SelectNodes("//*[local-name()='p' and namespace-uri()='http://schemas.openxmlformats.org/drawingml/2006/main']")!.Cast<XmlElement>()
        .Select(p => string.Concat(p.SelectNodes(".//*[local-name()='t']")!.Cast<XmlElement>().Select(t => t.InnerText)).Replace('\u00A0', ' '))];

    public string? Notes(string slide) => Targets(slide, "notesSlide").Values.SingleOrDefault() is { } notes ? string.Join('\n', Texts(notes)) : null;

    /// <summary>The drawn frames of a slide: name, alternative text.</summary>
    public IReadOnlyList<(string Name, string AltText)> Frames(string slide) =>
        [.. Xml(slide).SelectNodes("//*[local-name()='graphicFrame']/*[local-name()='nvGraphicFramePr']/*[local-name()='cNvPr']")!.Cast<XmlElement>().Select(e => (e.GetAttribute("name"), e.GetAttribute("descr")))];

    /// <summary>Every chart of every slide by its graphic's name.</summary>
    public IReadOnlyDictionary<string, ReadChart> Charts() => Slides().SelectMany(ChartsOf).ToDictionary(c => c.Name);

    public IReadOnlyList<XmlDocument> ChartXml() => [.. zip.Entries.Where(e => e.FullName.Contains("/charts/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => Xml(e.FullName))];

    public IReadOnlyList<XmlElement> ExternalRelationships() =>
        [.. zip.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.Ordinal)).SelectMany(e => Xml(e.FullName).SelectNodes("//*[@TargetMode='External']")!.Cast<XmlElement>())];

    public XmlDocument Xml(string path) => Load(zip, path);

    public byte[] Bytes(string path)
    {
        using var stream = zip.GetEntry(path)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => zip.Dispose();

    private IEnumerable<ReadChart> ChartsOf(string slide)
    {
        var targets = Targets(slide, "chart");
        foreach (XmlElement frame in Xml(slide).SelectNodes("//*[local-name()='graphicFrame'][.//*[local-name()='chart']]")!)
        {
            var part = targets[((XmlElement)frame.SelectSingleNode(".//*[local-name()='chart']")!).GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")];
            var book = Targets(part, "package").Values.Single();
            using var workbook = new ZipArchive(new MemoryStream(Bytes(book)), ZipArchiveMode.Read);
            var cells = Cells(workbook);
            var references = Xml(part).SelectNodes("//*[local-name()='numRef' or local-name()='strRef']")!.Cast<XmlElement>()
                .Select(r => new ReadReference(Path(r), Text(r, "f"), Points(r), Text(r, "formatCode"))).ToList();
            yield return new ReadChart(((XmlElement)frame.SelectSingleNode(".//*[local-name()='cNvPr']")!).GetAttribute("name"), references, cells);
        }
    }

    /// <summary>`ser[0]/val`: which series, which of its references.</summary>
    private static string Path(XmlElement reference)
    {
        var names = new List<string>();
        for (var at = reference.ParentNode as XmlElement; at is not null; at = at.ParentNode as XmlElement)
        {
            if (at.LocalName == "ser")
            {
                names.Insert(0, $"ser[{((XmlElement)at.SelectSingleNode("*[local-name()='idx']")!).GetAttribute("val")}]");
                break;
            }

            names.Insert(0, at.LocalName);
        }

        return string.Join('/', names);
    }

    private static string?[] Points(XmlElement reference)
    {
        var count = int.Parse(((XmlElement)reference.SelectSingleNode(".//*[local-name()='ptCount']")!).GetAttribute("val"), CultureInfo.InvariantCulture);
        var points = new string?[count];
        foreach (XmlElement point in reference.SelectNodes(".//*[local-name()='pt']")!)
            points[int.Parse(point.GetAttribute("idx"), CultureInfo.InvariantCulture)] = Text(point, "v");
        return points;
    }

    private static Dictionary<string, string> Cells(ZipArchive workbook)
    {
        var main = Targets(workbook, "", "officeDocument").Values.Single();
        var names = Load(workbook, main).SelectNodes("//*[local-name()='sheet']")!.Cast<XmlElement>().ToList();
        var sheets = Targets(workbook, main, "worksheet");
        return names.SelectMany(sheet => Load(workbook, sheets[sheet.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")]).SelectNodes("//*[local-name()='c']")!.Cast<XmlElement>()
            .Select(c => (At: $"{sheet.GetAttribute("name")}!{c.GetAttribute("r")}", Value: c.GetAttribute("t") == "inlineStr" ? Text(c, "t") : Text(c, "v"))))
            .ToDictionary(c => c.At, c => c.Value);
    }

    private static string Text(XmlElement element, string name) => element.SelectSingleNode($".//*[local-name()='{name}']")?.InnerText ?? "";

    private Dictionary<string, string> Targets(string part, string type) => Targets(zip, part, type);

    private static Dictionary<string, string> Targets(ZipArchive zip, string part, string type)
    {
        var (folder, name) = (part.Contains('/') ? part[..part.LastIndexOf('/')] : "", part[(part.LastIndexOf('/') + 1)..]);
        var path = $"{(folder.Length == 0 ? "" : folder + "/")}_rels/{name}.rels";
        if (zip.GetEntry(path) is null)
            return [];

        return Load(zip, path).SelectNodes("//*[local-name()='Relationship']")!.Cast<XmlElement>()
            .Where(r => r.GetAttribute("Type") == RelationshipType + type)
            .ToDictionary(r => r.GetAttribute("Id"), r => new Uri(new Uri($"http://zip/{folder}/".Replace("//", "/", StringComparison.Ordinal).Replace("http:/", "http://", StringComparison.Ordinal)), r.GetAttribute("Target")).AbsolutePath.TrimStart('/'));
    }

    private static XmlDocument Load(ZipArchive zip, string path)
    {
        using var stream = (zip.GetEntry(path) ?? throw new InvalidOperationException($"The file has no {path}.")).Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var document = new XmlDocument { XmlResolver = null, PreserveWhitespace = true };
        document.Load(reader);
        return document;
    }
}

/// <param name="Cells">By "Sheet1!B2".</param>
internal sealed record ReadChart(string Name, IReadOnlyList<ReadReference> References, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cached numbers of a series; null: a gap.</summary>
    public IReadOnlyList<double?> Numbers(int series, string reference = "val") =>
        [.. References.Single(r => r.Path == $"ser[{series}]/{reference}").Points.Select(p => p is null ? (double?)null : double.Parse(p, CultureInfo.InvariantCulture))];

    public IReadOnlyList<string?> Words(int series, string reference) => References.Single(r => r.Path == $"ser[{series}]/{reference}").Points;

    /// <summary>Every cached value is the cell that its formula names, and no number of the workbook is left undrawn.</summary>
    public void CachesAreCells()
    {
        var named = new HashSet<string>();
        foreach (var reference in References)
        {
            var cells = reference.CellNames().ToList();
            named.UnionWith(cells);
            Assert.Equal(cells.Select(c => Cells.GetValueOrDefault(c)), reference.Points);
        }

        // A scatter's first column names the points, and heads of x columns and of the categories are no series.
        Assert.All(Cells.Keys.Except(named), cell => Assert.True(cell.Contains("!A", StringComparison.Ordinal) || cell.EndsWith('1'), cell));
    }
}

internal sealed record ReadReference(string Path, string Formula, IReadOnlyList<string?> Points, string Format)
{
    /// <summary>The cells that the formula names, one by one.</summary>
    public IEnumerable<string> CellNames()
    {
        var (sheet, range) = (Formula.Split('!')[0], Formula.Split('!')[1].Replace("$", "", StringComparison.Ordinal).Split(':'));
        var letters = range[0].TrimEnd("0123456789".ToCharArray());
        var from = int.Parse(range[0][letters.Length..], CultureInfo.InvariantCulture);
        var to = int.Parse(range[^1][letters.Length..], CultureInfo.InvariantCulture);
        return Enumerable.Range(from, to - from + 1).Select(row => $"{sheet}!{letters}{row}");
    }
}
