namespace Command.Ingest;

/// <summary>Holds the channels that the doors check against now.</summary>
public sealed class ChannelRegistry
{
    private volatile Channels current = Channels.None;

    public Channels Current => current;

    public void Set(Channels channels) => current = channels;
}
