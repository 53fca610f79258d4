using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Ingest;

/// <summary>Holds the channels that the doors check against now.</summary>
public sealed class ChannelRegistry
{
    private volatile Channels current = Channels.None;

    public Channels Current => current;

    public void Set(Channels channels) => current = channels;

    /// <summary>Takes the channels from the database; the bots of Messenger from the setting <c>Messages:BotAppIds</c>.</summary>
    /// <exception cref="SettingException">A secret was protected by another key ring.</exception>
    public async Task LoadAsync(IDbContextFactory<CommandDb> databases, ChannelSecrets secrets, IConfiguration settings, CancellationToken cancellation)
    {
        var keys = await secrets.ReadAsync(cancellation);
        if (keys.Unreadable.Count > 0)
            throw new SettingException($"The key ring cannot read these secrets of the channels: {string.Join(", ", keys.Unreadable)}. Put the folder Keys:Path back as it was.");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var oas = await db.Pages.Where(p => p.Platform == Platform.Zalo && p.Key != null).Select(p => p.ExternalId).ToListAsync(cancellation);
        Set(new Channels(
            new ZaloChannel(keys.ZaloAppId, keys.ZaloOaSecretKeys, oas),
            new FacebookChannel(keys.FacebookAppSecret, keys.FacebookVerifyToken, settings.GetSection("Messages:BotAppIds").Get<string[]>() ?? [])));
    }
}
