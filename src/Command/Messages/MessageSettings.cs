using Command.Data;

namespace Command.Messages;

/// <summary>Settings of the queue.</summary>
/// <param name="RecheckShare">Of the conversations closed without a reply, how many a second person looks at: 0 … 1.</param>
/// <param name="ZaloInbox">Address of a conversation in the platform's own inbox; {page} and {person} are its ids.</param>
public sealed record MessageSettings(double RecheckShare, string ZaloInbox, string FacebookInbox)
{
    /// <summary>A lot is a whole number below it.</summary>
    public const int Lots = 10_000;

    /// <exception cref="SettingException">A setting is out of range.</exception>
    public static MessageSettings From(IConfiguration configuration)
    {
        var settings = new MessageSettings(
            configuration.GetValue("Messages:RecheckShare", 0.1),
            configuration["Messages:ZaloInbox"] ?? "https://oa.zalo.me/chat?uid={person}&oaid={page}",
            configuration["Messages:FacebookInbox"] ?? "https://business.facebook.com/latest/inbox/all?asset_id={page}&selected_item_id={person}");
        if (settings.RecheckShare is not (>= 0 and <= 1))
            throw new SettingException("Messages:RecheckShare must be from 0 to 1.");
        foreach (var address in (string[])[settings.ZaloInbox, settings.FacebookInbox])
        {
            if (!address.StartsWith("https://", StringComparison.Ordinal) || !address.Contains("{person}", StringComparison.Ordinal))
                throw new SettingException($"'{address}' is no address of an inbox: it begins with https:// and names {{person}}.");
        }

        return settings;
    }

    public bool IsDrawn(int lot) => lot < RecheckShare * Lots;

    /// <summary>Null where the platform has no inbox.</summary>
    public string? InboxOf(Platform platform, string page, string person)
    {
        var address = platform switch { Platform.Zalo => ZaloInbox, Platform.Facebook => FacebookInbox, _ => null };
        return address?.Replace("{page}", Uri.EscapeDataString(page), StringComparison.Ordinal).Replace("{person}", Uri.EscapeDataString(person), StringComparison.Ordinal);
    }
}
