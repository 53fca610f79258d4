using System.IO.Compression;

namespace Command.Reviews.Packages;

/// <summary>A package packed again with nothing in it that a clock has written: the same parts are the same bytes.</summary>
internal static class StillZip
{
    private const string Types = "[Content_Types].xml";

    /// <summary>The first day a zip can name.</summary>
    private static readonly DateTimeOffset noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(MemoryStream package)
    {
        using var packed = new MemoryStream();
        Pack(package, packed);
        return packed.ToArray();
    }

    public static void Pack(MemoryStream package, MemoryStream packed)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
        // Readers that stream a package want its types first.
        foreach (var entry in from.Entries.OrderBy(e => e.FullName != Types).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName, entry.Name.EndsWith(".xlsx", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
            copy.LastWriteTime = noTime;
            using var source = entry.Open();
            using var target = copy.Open();
            source.CopyTo(target);
        }
    }
}
