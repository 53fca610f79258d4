using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Command.Reviews.Slides;

/// <summary>
/// Looks at a presentation from outside before it is opened: as a zip whose entries are counted while they unpack, and by
/// its list of types and its relationships. Nothing that it declares about itself is believed.
/// </summary>
internal static class TemplateGate
{
    private const int MostEntries = 10_000;

    /// <summary>Unpacked. Media are large and cheap; XML is held as a tree, many times its size.</summary>
    private const long MostBytes = 400L * 1024 * 1024;
    private const long MostXmlBytes = 100L * 1024 * 1024;

    private const string Presentation = "application/vnd.openxmlformats-officedocument.presentationml.";
    private static readonly byte[] oldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>In the file's first sectors, where an encrypted one names its streams; UTF-16.</summary>
    private static readonly byte[] encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    private static readonly string[] programs = ["vbaproject", "macroenabled", "activex", "oleobject", "vbadata"];

    public static TemplateRefusal? Look(MemoryStream file, CancellationToken cancel)
    {
        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        if (bytes.StartsWith(oldOffice))
            return bytes.IndexOf(encrypted) >= 0 ? TemplateRefusal.Encrypted : TemplateRefusal.NotAPresentation;

        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return Size(zip, cancel) ?? Types(zip) ?? Links(zip);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or IOException or NotSupportedException or UriFormatException)
        {
            return TemplateRefusal.NotAPresentation;
        }
    }

    private static TemplateRefusal? Size(ZipArchive zip, CancellationToken cancel)
    {
        if (zip.Entries.Count > MostEntries)
            return TemplateRefusal.TooLarge;

        var (all, xml) = (0L, 0L);
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                all += read;
                xml += IsXml(entry) ? read : 0;
                if (all > MostBytes || xml > MostXmlBytes)
                    return TemplateRefusal.TooLarge;
            }
        }

        return null;
    }

    private static TemplateRefusal? Types(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is not { } entry)
            return TemplateRefusal.NotAPresentation;

        var types = Elements(entry).Select(e => e.GetValueOrDefault("ContentType", "")).ToList();
        if (types.Any(IsProgram) || zip.Entries.Any(e => IsProgram(e.FullName)))
            return TemplateRefusal.HasMacros;
        return types.Any(t => t is Presentation + "presentation.main+xml" or Presentation + "template.main+xml" or Presentation + "slideshow.main+xml") ? null : TemplateRefusal.NotAPresentation;
    }

    private static TemplateRefusal? Links(ZipArchive zip)
    {
        foreach (var relationship in zip.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).SelectMany(Elements))
        {
            if (IsProgram(relationship.GetValueOrDefault("Type", "")))
                return TemplateRefusal.HasMacros;
            if (!relationship.GetValueOrDefault("TargetMode", "").Equals("External", StringComparison.OrdinalIgnoreCase))
                continue;
            var isWebLink = relationship.GetValueOrDefault("Type", "").EndsWith("/hyperlink", StringComparison.Ordinal)
                && Uri.TryCreate(relationship.GetValueOrDefault("Target", ""), UriKind.Absolute, out var target) && target.Scheme is "http" or "https" or "mailto";
            if (!isWebLink)
                return TemplateRefusal.HasExternalLinks;
        }

        return null;
    }

    private static bool IsProgram(string name) => programs.Any(program => name.Contains(program, StringComparison.OrdinalIgnoreCase));

    private static bool IsXml(ZipArchiveEntry entry) => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static List<Dictionary<string, string>> Elements(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var all = new List<Dictionary<string, string>>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            while (xml.MoveToNextAttribute())
                attributes[xml.LocalName] = xml.Value;
            all.Add(attributes);
        }

        return all;
    }
}
