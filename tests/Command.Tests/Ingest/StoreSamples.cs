using System.Security.Cryptography;
using System.Text;
using Command.Data;
using Command.Ingest;

namespace Command.Tests.Ingest;

/// <summary>Sealed events of an invented ward, and the instants of its morning.</summary>
internal static class StoreSamples
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Expiry = Start.AddDays(90);

    public static DateTimeOffset At(int minute) => Start.AddMinutes(minute);

    public static byte[] Key(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];

    public static ConversationState Conversation(int pageId, string person) => new() { PageId = pageId, Person = Key(person) };

    public static SealedEvent Sealed(string name, EventKind kind = EventKind.Message, int minute = 0, byte[]? words = null, MessageKind proposed = MessageKind.Unclassified) =>
        new(Platform.Zalo, "oa-1", kind, proposed, "user_send_text", At(minute), Key(name), null, words);

    public static NewEvent New(string name, EventKind kind = EventKind.Message, int minute = 0, ConversationState? conversation = null, byte[]? words = null) =>
        new(Sealed(name, kind, minute, words), 7, conversation);
}
