using Command.Data;

namespace Command.Tipoffs;

/// <summary>Settings of the workflow.</summary>
/// <param name="RecheckShare">Part of each unit's assessments without confirmation in a month that gets a second look at least, 0 … 1.</param>
/// <param name="WordsKept">A tip-off's words, place and attachments expire after this, as all words of residents do.</param>
/// <param name="MostAttachmentBytes">Of one attachment.</param>
/// <param name="MostAttachments">Of one tip-off.</param>
public sealed record TipoffSettings(double RecheckShare, TimeSpan WordsKept, int MostAttachmentBytes, int MostAttachments)
{
    /// <summary>A file is protected in one piece, in memory.</summary>
    private const int LargestMegabytes = 64;
    private const int LargestCount = 50;

    /// <exception cref="SettingException">A setting is out of its range.</exception>
    public static TipoffSettings From(IConfiguration configuration)
    {
        var settings = new TipoffSettings(
            configuration.GetValue("Tipoffs:RecheckShare", 0.07),
            TimeSpan.FromDays(configuration.GetValue("Privacy:WordsKeptDays", 90.0)),
            configuration.GetValue("Tipoffs:MostAttachmentMegabytes", 8) * 1024 * 1024,
            configuration.GetValue("Tipoffs:MostAttachments", 5));
        if (settings.RecheckShare is not (>= 0 and <= 1))
            throw new SettingException($"Tipoffs:RecheckShare is {settings.RecheckShare}; it must lie between 0 and 1.");
        if (settings.WordsKept <= TimeSpan.Zero || settings.MostAttachmentBytes <= 0)
            throw new SettingException("Privacy:WordsKeptDays and Tipoffs:MostAttachmentMegabytes must be greater than 0.");
        if (settings.MostAttachmentBytes > LargestMegabytes * 1024 * 1024 || settings.MostAttachments is < 0 or > LargestCount)
            throw new SettingException($"Tipoffs:MostAttachmentMegabytes goes up to {LargestMegabytes}, Tipoffs:MostAttachments from 0 to {LargestCount}.");
        return settings;
    }
}
