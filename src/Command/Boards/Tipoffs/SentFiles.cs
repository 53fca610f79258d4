using Command.Tipoffs;

namespace Command.Boards.Tipoffs;

/// <summary>Files of a posted form, as far as the limits need them read.</summary>
public static class SentFiles
{
    /// <summary>One byte beyond the limit of a file, and one file beyond their number, are enough to refuse them.</summary>
    public static async Task<IReadOnlyList<byte[]>> ReadAsync(IFormFileCollection files, TipoffSettings settings, CancellationToken cancellation)
    {
        var read = new List<byte[]>();
        // A field that was left empty is sent as a file without a name.
        foreach (var file in files.Where(f => f.FileName.Length > 0 || f.Length > 0).Take(settings.MostAttachments + 1))
        {
            var bytes = new byte[Math.Min(file.Length, settings.MostAttachmentBytes + 1L)];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancellation);
            read.Add(bytes);
        }

        return read;
    }
}
