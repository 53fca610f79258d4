using Command.Data;

namespace Command.Tipoffs;

/// <summary>Settings of the workflow.</summary>
/// <param name="RecheckShare">Part of the assessments without confirmation that chance picks for a second look, 0 … 1.</param>
/// <param name="WordsKept">A tip-off's words, place and attachments expire after this, as all words of residents do.</param>
/// <param name="MostAttachmentBytes">Of one attachment.</param>
public sealed record TipoffSettings(double RecheckShare, TimeSpan WordsKept, int MostAttachmentBytes)
{
    /// <exception cref="SettingException">A setting is out of its range.</exception>
    public static TipoffSettings From(IConfiguration configuration)
    {
        var settings = new TipoffSettings(
            configuration.GetValue("Tipoffs:RecheckShare", 0.07),
            TimeSpan.FromDays(configuration.GetValue("Privacy:WordsKeptDays", 90.0)),
            configuration.GetValue("Tipoffs:MostAttachmentMegabytes", 8) * 1024 * 1024);
        if (settings.RecheckShare is not (>= 0 and <= 1))
            throw new SettingException($"Tipoffs:RecheckShare is {settings.RecheckShare}; it must lie between 0 and 1.");
        if (settings.WordsKept <= TimeSpan.Zero || settings.MostAttachmentBytes <= 0)
            throw new SettingException("Privacy:WordsKeptDays and Tipoffs:MostAttachmentMegabytes must be greater than 0.");
        return settings;
    }
}
