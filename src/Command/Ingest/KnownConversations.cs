using Command.Data;

namespace Command.Ingest;

/// <summary>
/// The conversations that the writer touched last, as they stand in the store, so that whoever writes again costs no search.
/// They hold as long as nobody else commits; then all are forgotten.
/// </summary>
internal sealed class KnownConversations
{
    /// <summary>Some eight megabytes.</summary>
    private const int Most = 65_536;

    private readonly Dictionary<(int PageId, Guid Person), State> states = [];
    private long version;

    /// <param name="dataVersion"><c>PRAGMA data_version</c> inside the batch: another number, and somebody else has committed.</param>
    public void HoldTo(long dataVersion)
    {
        if (dataVersion != version)
            states.Clear();
        version = dataVersion;
    }

    /// <summary>Fills in what is known. False: nothing is.</summary>
    public bool TryFill(ConversationState c)
    {
        if (!states.TryGetValue(KeyOf(c), out var known))
            return false;
        c.Id = known.Id;
        c.WaitingSince = known.WaitingSince;
        c.LastReplyAt = known.LastReplyAt;
        c.WaitingKind = known.WaitingKind;
        c.ResidentIdExpiresAt = known.ResidentIdExpiresAt;
        return true;
    }

    /// <summary>After the commit: what stands now.</summary>
    public void Keep(IEnumerable<ConversationState> conversations)
    {
        if (states.Count >= Most)
            states.Clear();
        foreach (var c in conversations)
            states[KeyOf(c)] = new State(c.Id, c.WaitingSince, c.LastReplyAt, c.WaitingKind, c.ResidentIdExpiresAt);
    }

    private static (int, Guid) KeyOf(ConversationState c) => (c.PageId, new Guid(c.Person));

    private readonly record struct State(
        long Id, DateTimeOffset? WaitingSince, DateTimeOffset? LastReplyAt, MessageKind? WaitingKind, DateTimeOffset? ResidentIdExpiresAt);
}
