namespace Command.Data;

/// <summary>
/// Something that came with a message, as the platform names it. Its bytes stay with the platform until a tip-off is made
/// of the message: then they are copied, while the link lives, from the hosts that the settings allow.
/// </summary>
/// <param name="Name">As the sender or the platform calls it; of a location its latitude and longitude.</param>
/// <param name="Link">http or https; shown as letters, never to be clicked.</param>
public sealed record SentFile(Attachments Kind, string? Name, string? Link)
{
    public const int MostOfMessage = 10;
    public const int LongestName = 200;

    /// <summary>A link that is cut leads nowhere: a longer one is left out.</summary>
    public const int LongestLink = 2_000;

    /// <summary>Cut to what is kept.</summary>
    public static SentFile Of(Attachments kind, string? name, string? link) => new(
        kind,
        string.IsNullOrWhiteSpace(name) ? null : name.Length > LongestName ? name[..LongestName] : name,
        link?.Length <= LongestLink && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? link : null);
}
