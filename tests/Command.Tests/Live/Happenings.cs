using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Command.Data;
using Command.Ingest;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Live;

/// <summary>Things that happen on the pages of an invented district, and histories of them by chance.</summary>
internal static class Happenings
{
    private static readonly EventKind[] kinds =
        [EventKind.Message, EventKind.Message, EventKind.Message, EventKind.Reply, EventKind.Reply, EventKind.AutomaticReply, EventKind.Follow, EventKind.Reaction];

    public static SealedEvent Event(EventKind kind, DateTimeOffset at, int page = 0, int person = 0, string? once = null, MessageKind proposed = MessageKind.Unclassified) => new(
        Platform.Zalo,
        "oa-" + page,
        kind,
        proposed,
        "sample",
        at,
        Key(once ?? $"{kind} {page} {person} {at:O}"),
        kind is EventKind.Message or EventKind.Reply or EventKind.AutomaticReply ? Key("person-" + person) : null,
        null);

    /// <summary>Events on minutes, every second one on an edge of five minutes.</summary>
    public static List<SealedEvent> History(int seed, int length, DateTimeOffset from, DateTimeOffset to, int pages = 3, int people = 5)
    {
        var chance = new Random(seed);
        var minutes = (int)(to - from).TotalMinutes;
        return [.. Enumerable.Range(0, length).Select(i =>
        {
            var minute = chance.Next(minutes);
            return Event(
                kinds[chance.Next(kinds.Length)],
                from.AddMinutes(chance.Next(2) == 0 ? minute : minute - minute % 5),
                chance.Next(pages),
                chance.Next(people),
                $"h{seed}-{i}",
                (MessageKind)chance.Next(3));
        })];
    }

    public static List<SealedEvent> Shuffle(IEnumerable<SealedEvent> events, int seed)
    {
        var shuffled = events.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }

    public static async Task AppendAsync(this TestApp app, params IEnumerable<SealedEvent> events)
    {
        foreach (var request in events.Chunk(100))
            await app.Get<EventLog>().Append(request, [], CancellationToken.None);
    }

    /// <summary>Ids of pages by their number.</summary>
    public static async Task<Dictionary<int, int>> PagesAsync(this TestApp app)
    {
        await using var db = await app.OpenAsync();
        return await db.Pages.Where(p => p.ExternalId.StartsWith("oa-")).ToDictionaryAsync(p => NumberOf(p.ExternalId), p => p.Id);
    }

    public static int NumberOf(string externalId) => int.Parse(externalId[3..], CultureInfo.InvariantCulture);

    private static byte[] Key(string of) => SHA256.HashData(Encoding.UTF8.GetBytes(of))[..16];
}
