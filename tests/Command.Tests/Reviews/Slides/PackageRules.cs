using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Command.Tests.Reviews.Slides;

/// <summary>
/// What a strict office insists on before it opens a file without offering to repair it, beyond schema: a zip of XML
/// files, read by nothing that wrote it. Each fault begins with the name of its rule.
/// </summary>
internal sealed class PackageRules
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "[Content_Types].xml";

    /// <summary>From here on ids of masters and layouts, which share one count; below them those of slides.</summary>
    private const long FirstMasterId = 2_147_483_648;

    private readonly Dictionary<string, byte[]> parts;
    private readonly Dictionary<string, XDocument> documents = [];
    private readonly List<string> faults = [];
    private readonly List<Link> links = [];

    private PackageRules(byte[] file) => parts = Read(file);

    /// <returns>Empty: nothing is to be repaired.</returns>
    public static IReadOnlyList<string> Faults(byte[] file)
    {
        var rules = new PackageRules(file);
        rules.Entries(file);
        rules.Markup();
        rules.Relationships();
        rules.Reached();
        rules.ContentTypes();
        rules.Ids();
        rules.References();
        rules.Masters();
        rules.Notes();
        rules.Placeholders();
        rules.Charts();
        rules.Tables();
        return [.. rules.faults.Distinct()];
    }

    public static Dictionary<string, byte[]> Read(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var read = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            read[entry.FullName] = copy.ToArray();
        }

        return read;
    }

    private void Entries(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var twice in zip.Entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            Fault("one entry a name", twice.Key);
        foreach (var entry in zip.Entries.Where(e => e.FullName.Contains('\\', StringComparison.Ordinal) || e.FullName.StartsWith('/') || e.FullName.Contains("..", StringComparison.Ordinal)))
            Fault("names of entries", entry.FullName);
    }

    /// <summary>Every XML part can be read, without a document type.</summary>
    private void Markup()
    {
        foreach (var (name, bytes) in parts.Where(p => IsXml(p.Key)))
        {
            try
            {
                using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
                documents[name] = XDocument.Load(reader);
            }
            catch (XmlException fault)
            {
                Fault("XML that can be read", $"{name}: {fault.Message}");
            }
        }
    }

    private void Relationships()
    {
        foreach (var (name, document) in documents.Where(d => d.Key.EndsWith(".rels", StringComparison.Ordinal)))
        {
            var source = SourceOf(name);
            if (source.Length > 0 && !parts.ContainsKey(source))
                Fault("relationships of a part", $"{name} has no part.");
            foreach (var twice in document.Root!.Elements().GroupBy(r => (string?)r.Attribute("Id")).Where(g => g.Count() > 1 || g.Key is null))
                Fault("one relationship an id", $"{name}: {twice.Key}");
            foreach (var relationship in document.Root!.Elements())
            {
                if ((string?)relationship.Attribute("TargetMode") == "External")
                {
                    Fault("nothing outside the file", $"{name}: {relationship.Attribute("Target")?.Value}");
                    continue;
                }

                var target = Resolve(source, (string)relationship.Attribute("Target")!);
                if (!parts.ContainsKey(target))
                    Fault("targets that exist", $"{name}: {target}");
                links.Add(new Link(source, (string)relationship.Attribute("Id")!, ((string)relationship.Attribute("Type")!).Split('/')[^1], target));
            }
        }
    }

    private void Reached()
    {
        var reached = new HashSet<string> { "" };
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var at))
        {
            foreach (var link in links.Where(l => l.Source == at && reached.Add(l.Target)))
                next.Enqueue(link.Target);
        }

        foreach (var part in parts.Keys.Where(p => p != Types && !p.EndsWith(".rels", StringComparison.Ordinal) && !reached.Contains(p)))
            Fault("no part that nobody names", part);
    }

    private void ContentTypes()
    {
        if (!documents.TryGetValue(Types, out var types))
        {
            Fault("a type for each part", "There is no list of types.");
            return;
        }

        var overrides = types.Root!.Elements().Where(e => e.Name.LocalName == "Override").ToLookup(e => ((string)e.Attribute("PartName")!).TrimStart('/'), e => (string)e.Attribute("ContentType")!);
        var defaults = types.Root!.Elements().Where(e => e.Name.LocalName == "Default").ToLookup(e => (string)e.Attribute("Extension")!, e => (string)e.Attribute("ContentType")!, StringComparer.OrdinalIgnoreCase);
        foreach (var twice in overrides.Where(o => o.Count() > 1))
            Fault("a type for each part", $"{twice.Key} twice.");
        foreach (var lost in overrides.Where(o => !parts.ContainsKey(o.Key)))
            Fault("a type for each part", $"{lost.Key} is not there.");
        foreach (var part in parts.Keys.Where(p => p != Types))
        {
            var type = overrides[part].FirstOrDefault() ?? defaults[part[(part.LastIndexOf('.') + 1)..]].FirstOrDefault();
            var asked = links.FirstOrDefault(l => l.Target == part)?.Type switch
            {
                "slide" => "presentationml.slide+xml",
                "slideLayout" => "presentationml.slideLayout+xml",
                "slideMaster" => "presentationml.slideMaster+xml",
                "notesSlide" => "presentationml.notesSlide+xml",
                "notesMaster" => "presentationml.notesMaster+xml",
                "theme" => "officedocument.theme+xml",
                "chart" => "drawingml.chart+xml",
                "package" => "spreadsheetml.sheet",
                "officeDocument" => "presentationml.presentation.main+xml",
                _ => "",
            };
            if (type is null || !type.EndsWith(asked, StringComparison.Ordinal))
                Fault("a type for each part", $"{part}: {type ?? "none"}");
        }
    }

    /// <summary>Ids of shapes within a slide, of slides, of masters and layouts.</summary>
    private void Ids()
    {
        foreach (var (name, document) in documents.Where(d => d.Key.StartsWith("ppt/", StringComparison.Ordinal)))
        {
            var ids = document.Descendants().Where(e => e.Name.LocalName == "cNvPr").Select(e => (string?)e.Attribute("id")).ToList();
            foreach (var twice in ids.GroupBy(id => id).Where(g => g.Count() > 1))
                Fault("one shape an id", $"{name}: {twice.Key}");
            foreach (var bad in ids.Where(id => !uint.TryParse(id, out var number) || number == 0))
                Fault("one shape an id", $"{name}: {bad}");
        }

        if (!documents.TryGetValue(Presentation, out var presentation))
            return;
        var slides = Numbers(presentation, "sldId");
        if (slides.Distinct().Count() != slides.Count || slides.Any(id => id is < 256 or >= FirstMasterId))
            Fault("ids of slides", string.Join(", ", slides));
        var masters = Numbers(presentation, "sldMasterId").Concat(documents.Where(d => Of(d.Key, "slideMaster")).SelectMany(d => Numbers(d.Value, "sldLayoutId"))).ToList();
        if (masters.Distinct().Count() != masters.Count || masters.Any(id => id < FirstMasterId))
            Fault("ids of masters and layouts", string.Join(", ", masters));
    }

    /// <summary>Whatever names a relationship finds it in its own part.</summary>
    private void References()
    {
        foreach (var (name, document) in documents.Where(d => !d.Key.EndsWith(".rels", StringComparison.Ordinal)))
        {
            foreach (var named in document.Descendants().Attributes().Where(a => a.Name.NamespaceName == Office && !links.Exists(l => l.Source == name && l.Id == a.Value)))
                Fault("relationships that are named", $"{name}: {named.Value}");
        }

        // A slide that the presentation knows and does not show.
        if (documents.TryGetValue(Presentation, out var presentation))
        {
            var shown = presentation.Descendants().Where(e => e.Name.LocalName == "sldId").Select(e => (string?)e.Attribute(XName.Get("id", Office))).ToHashSet();
            foreach (var lost in links.Where(l => l.Source == Presentation && l.Type == "slide" && !shown.Contains(l.Id)))
                Fault("slides that are shown", lost.Target);
        }
    }

    private void Masters()
    {
        foreach (var slide in PartsOf("slide"))
            One("one layout a slide", slide, "slideLayout");
        foreach (var layout in PartsOf("slideLayout"))
        {
            One("one master a layout", layout, "slideMaster");
            foreach (var master in Targets(layout, "slideMaster").Where(m => !Targets(m, "slideLayout").Contains(layout)))
                Fault("one master a layout", $"{master} does not know {layout}.");
        }

        foreach (var master in PartsOf("slideMaster").Concat(PartsOf("notesMaster")))
            One("one theme a master", master, "theme");
        foreach (var shared in links.Where(l => l.Type == "theme" && l.Source != Presentation).GroupBy(l => l.Target).Where(g => g.Count() > 1))
            Fault("one theme a master", shared.Key);
        foreach (var master in PartsOf("slideMaster").Where(documents.ContainsKey))
        {
            var listed = documents[master].Descendants().Count(e => e.Name.LocalName == "sldLayoutId");
            if (listed != Targets(master, "slideLayout").Count)
                Fault("layouts that are listed", master);
        }
    }

    private void Notes()
    {
        foreach (var notes in PartsOf("notesSlide"))
        {
            One("notes lead both ways", notes, "slide");
            One("notes lead both ways", notes, "notesMaster");
            foreach (var slide in Targets(notes, "slide").Where(s => !Targets(s, "notesSlide").SequenceEqual([notes])))
                Fault("notes lead both ways", $"{slide} does not know {notes}.");
        }

        foreach (var slide in PartsOf("slide").Where(s => Targets(s, "notesSlide").Any(n => !Targets(n, "slide").SequenceEqual([s]))))
            Fault("notes lead both ways", slide);
    }

    /// <summary>A placeholder of a slide has its like on its layout, and none stands twice.</summary>
    private void Placeholders()
    {
        foreach (var slide in PartsOf("slide").Where(documents.ContainsKey))
        {
            var own = Placeholders(documents[slide]);
            foreach (var twice in own.GroupBy(p => p).Where(g => g.Count() > 1))
                Fault("placeholders of the layout", $"{slide}: {twice.Key} twice.");
            var layout = Targets(slide, "slideLayout").Where(documents.ContainsKey).SelectMany(l => Placeholders(documents[l])).ToHashSet();
            foreach (var lost in own.Where(p => !layout.Contains(p)))
                Fault("placeholders of the layout", $"{slide}: {lost}");
        }
    }

    private void Charts()
    {
        foreach (var part in PartsOf("chart").Where(documents.ContainsKey))
        {
            var chart = documents[part];
            var space = chart.Root!.Name.Namespace;
            var axes = Values(chart, e => e.Parent!.Name.LocalName is "valAx" or "catAx" or "dateAx" or "serAx", "axId");
            var plotted = chart.Descendants(space + "plotArea").Elements().Where(e => e.Name.LocalName.EndsWith("Chart", StringComparison.Ordinal)).Select(e => e.Elements(space + "axId").Select(Value).ToList()).ToList();
            if (axes.Distinct().Count() != axes.Count || plotted.Any(p => p.Count != 2 || p.Except(axes).Any()) || axes.Except(plotted.SelectMany(p => p)).Any())
                Fault("axes of a chart", $"{part}: {string.Join(", ", axes)}");
            foreach (var crossing in chart.Descendants(space + "crossAx"))
            {
                var other = chart.Descendants().FirstOrDefault(e => e.Name.LocalName.EndsWith("Ax", StringComparison.Ordinal) && e.Element(space + "axId") is { } id && Value(id) == Value(crossing));
                if (other?.Element(space + "crossAx") is not { } back || Value(back) != Value(crossing.Parent!.Element(space + "axId")!))
                    Fault("axes of a chart", $"{part}: {Value(crossing)} is not crossed back.");
            }

            foreach (var name in new[] { "idx", "order" })
            {
                var numbers = chart.Descendants(space + "ser").Select(s => Value(s.Element(space + name)!)).ToList();
                if (numbers.Distinct().Count() != numbers.Count)
                    Fault("series of a chart", $"{part}: {name} {string.Join(", ", numbers)}");
            }

            foreach (var cache in chart.Descendants().Where(e => e.Name.LocalName is "numCache" or "strCache" or "numLit" or "strLit"))
                Cache(part, cache, space);
            One("one workbook a chart", part, "package");
            if (chart.Descendants(space + "externalData").Count() != 1)
                Fault("one workbook a chart", part);
        }

        foreach (var shared in links.Where(l => l.Type is "package" or "chart").GroupBy(l => l.Target).Where(g => g.Count() > 1))
            Fault("one workbook a chart", $"{shared.Key} is shared.");
        foreach (var book in PartsOf("package"))
            Workbook(book);
    }

    private void Cache(string part, XElement cache, XNamespace space)
    {
        var points = cache.Elements(space + "pt").Select(p => long.Parse((string)p.Attribute("idx")!, CultureInfo.InvariantCulture)).ToList();
        var count = long.Parse(Value(cache.Element(space + "ptCount")!), CultureInfo.InvariantCulture);
        if (points.Any(p => p < 0 || p >= count) || !points.SequenceEqual(points.Distinct().Order()))
            Fault("points of a cache", part);
        if (cache.Name.LocalName == "numCache" && cache.Descendants(space + "v").Any(v => !double.TryParse(v.Value, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)))
            Fault("points of a cache", $"{part}: no number.");
        if (cache.Parent!.Element(space + "f")?.Value is { } formula && Cells(formula) != count)
            Fault("points of a cache", $"{part}: {formula} are not {count}.");
    }

    /// <summary>One zip within another, with a sheet for each name that it lists.</summary>
    private void Workbook(string name)
    {
        try
        {
            var book = new PackageRules(parts[name]);
            book.Markup();
            book.Relationships();
            book.Reached();
            foreach (var fault in book.faults)
                Fault("a workbook that can be read", $"{name}: {fault}");
            var main = book.links.Single(l => l is { Source: "", Type: "officeDocument" }).Target;
            var sheets = book.documents[main].Descendants().Where(e => e.Name.LocalName == "sheet").ToList();
            if (sheets.Count == 0 || sheets.Any(s => !book.links.Exists(l => l.Source == main && l.Type == "worksheet" && l.Id == (string?)s.Attribute(XName.Get("id", Office)))))
                Fault("a workbook that can be read", $"{name}: a sheet is not there.");
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or KeyNotFoundException)
        {
            Fault("a workbook that can be read", $"{name}: {fault.Message}");
        }
    }

    /// <summary>As many cells in each row as the grid has columns.</summary>
    private void Tables()
    {
        foreach (var (name, document) in documents)
        {
            foreach (var table in document.Descendants().Where(e => e.Name.LocalName == "tbl"))
            {
                var columns = table.Descendants().Count(e => e.Name.LocalName == "gridCol");
                if (table.Elements().Where(e => e.Name.LocalName == "tr").Any(r => r.Elements().Count(c => c.Name.LocalName == "tc") != columns))
                    Fault("cells of a table", name);
            }
        }
    }

    private string Presentation => links.FirstOrDefault(l => l is { Source: "", Type: "officeDocument" })?.Target ?? "";

    private bool Of(string part, string type) => links.Exists(l => l.Target == part && l.Type == type);

    private List<string> PartsOf(string type) => [.. links.Where(l => l.Type == type && parts.ContainsKey(l.Target)).Select(l => l.Target).Distinct()];

    private List<string> Targets(string part, string type) => [.. links.Where(l => l.Source == part && l.Type == type).Select(l => l.Target)];

    private void One(string rule, string part, string type)
    {
        if (Targets(part, type).Count != 1)
            Fault(rule, $"{part}: {Targets(part, type).Count} of type {type}");
    }

    private void Fault(string rule, string what) => faults.Add($"{rule}: {what}");

    private static List<(string Type, string Index)> Placeholders(XDocument document) =>
        [.. document.Descendants().Where(e => e.Name.LocalName == "ph").Select(e => ((string?)e.Attribute("type") ?? "obj", (string?)e.Attribute("idx") ?? "0"))];

    private static List<long> Numbers(XDocument document, string element) =>
        [.. document.Descendants().Where(e => e.Name.LocalName == element).Select(e => long.Parse((string)e.Attribute("id")!, CultureInfo.InvariantCulture))];

    private static List<string> Values(XDocument document, Func<XElement, bool> which, string element) =>
        [.. document.Descendants().Where(e => e.Name.LocalName == element && which(e)).Select(Value)];

    private static string Value(XElement element) => (string?)element.Attribute("val") ?? "";

    /// <summary>Of one column or row: "Sheet1!$B$2:$B$13".</summary>
    private static long Cells(string formula)
    {
        var ends = formula[(formula.LastIndexOf('!') + 1)..].Split(':').Select(cell => cell.Split('$', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return long.Parse(ends[^1][1], CultureInfo.InvariantCulture) - long.Parse(ends[0][1], CultureInfo.InvariantCulture) + 1;
    }

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal);

    /// <summary>"ppt/slides/_rels/slide1.xml.rels" → "ppt/slides/slide1.xml"; of the package itself: "".</summary>
    private static string SourceOf(string relationships) => relationships.Replace("_rels/", "", StringComparison.Ordinal)[..^".rels".Length];

    private static string Resolve(string source, string target) =>
        Uri.UnescapeDataString(new Uri(new Uri($"http://zip/{source}"), target).AbsolutePath.TrimStart('/'));

    private sealed record Link(string Source, string Id, string Type, string Target);
}
