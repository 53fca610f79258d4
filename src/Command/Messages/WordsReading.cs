using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Command.Data;
using Command.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>Looks at what residents wrote and at who they are on the platform. Each look is a line in the audit log before it is an answer.</summary>
public sealed class WordsReading(Desk desk, MessageRules rules, MessageSettings settings, ResidentsProtection protection)
{
    public const string WordsSeen = "words.seen";
    public const string ResidentSeen = "resident.seen";
    private const int MostTurns = 200;
    private static readonly EventKind[] shown = [EventKind.Message, EventKind.Reply, EventKind.AutomaticReply, EventKind.ClosedWithoutReply];

    private readonly IDataProtector words = protection.CreateProtector(ProtectionPurpose.Words);
    private readonly IDataProtector residents = protection.CreateProtector(ProtectionPurpose.ResidentIds);

    /// <returns>Null when there is no such conversation for who asks.</returns>
    public async Task<ConversationWords?> ReadAsync(Asker asker, long conversationId, CancellationToken cancellation)
    {
        ConversationWords? read = null;
        await desk.ActAsync(
            asker,
            conversationId,
            version: null,
            async scene =>
            {
                read = await TurnsAsync(scene);
                scene.Log(WordsSeen);
                return null;
            },
            cancellation);
        return read;
    }

    /// <summary>The address of the conversation in the platform's own inbox; null when the resident's id expired or is not for who asks.</summary>
    public async Task<string?> InboxAsync(Asker asker, long conversationId, CancellationToken cancellation)
    {
        string? address = null;
        await desk.ActAsync(
            asker,
            conversationId,
            version: null,
            async scene =>
            {
                var stored = await scene.Db.ResidentIds.AsNoTracking().SingleOrDefaultAsync(r => r.ConversationId == conversationId && r.ExpiresAt > scene.Now, scene.Cancellation);
                if (stored is null || Open(residents, stored.Protected) is not { } id)
                    return null;
                var page = scene.Tree.Pages[scene.Conversation.PageId];
                address = settings.InboxOf(page.Platform, page.ExternalId, Encoding.UTF8.GetString(id));
                scene.Log(ResidentSeen);
                return null;
            },
            cancellation);
        return address;
    }

    /// <summary>
    /// What a tip-off is made of, once the conversation was classified as one: in one transaction with the counts. Null
    /// with the reason when somebody was first or it is not for who asks.
    /// </summary>
    public async Task<(TipoffSeed? Seed, DeskRefusal? Refusal)> SeedAsync(Asker asker, long conversationId, int version, CancellationToken cancellation)
    {
        TipoffSeed? seed = null;
        var refusal = await desk.ActAsync(
            asker,
            conversationId,
            version,
            async scene =>
            {
                if (await MessageDesk.ClassifyAsync(scene, MessageKind.TipOff, DeskAct.MadeTipoff) is { } refused)
                    return refused;
                var since = scene.Handling!.Since;
                var matter = (await TurnsAsync(scene)).Turns.Where(t => t.Event == EventKind.Message && t.At >= since).ToList();
                var said = string.Join('\n', matter.Select(t => t.Words).OfType<string>());
                var files = matter.SelectMany(t => t.Files).ToList();
                scene.Log(WordsSeen);
                scene.Log("tipoff.seeded");
                seed = new TipoffSeed(
                    string.Create(CultureInfo.InvariantCulture, $"conversation {conversationId} {since.ToUnixTimeMilliseconds()}"),
                    conversationId,
                    scene.Conversation.PageId,
                    scene.UnitId,
                    since,
                    said.Length == 0 ? null : said.Length > InertText.MostCharacters ? said[..(InertText.MostCharacters - 1)] + '…' : said,
                    files.Find(f => f.Kind == Attachments.Location)?.Name,
                    files);
                return null;
            },
            cancellation);
        return (seed, refusal);
    }

    private async Task<ConversationWords> TurnsAsync(DeskScene scene)
    {
        var id = scene.Conversation.Id;
        var rows = await (
            from e in scene.Db.Events
            where e.ConversationId == id && shown.Contains(e.Kind)
            orderby e.OccurredAt descending, e.Id descending
            select new
            {
                e.Kind,
                e.Name,
                e.OccurredAt,
                e.Proposed,
                Decided = scene.Db.MessageDecisions.Where(d => d.EventId == e.Id).Select(d => (MessageKind?)d.Kind).FirstOrDefault(),
                Words = scene.Db.Words.Where(w => w.EventId == e.Id && w.ExpiresAt > scene.Now).Select(w => w.Protected).FirstOrDefault(),
            }).Take(MostTurns + 1).ToListAsync(scene.Cancellation);
        var set = rules.Current;
        var turns = rows.Take(MostTurns).Reverse().Select(row =>
        {
            var sent = row.Words is not null && Open(words, row.Words) is { } open ? SentWords.Of(open) : null;
            var files = sent?.Files ?? [];
            var attached = files.Aggregate(Attachments.None, (all, file) => all | file.Kind);
            var proposal = row.Kind == EventKind.Message ? set.Propose(new MessageContent(sent?.Text, attached)) : (Proposal?)null;
            return new ConversationTurn(
                row.Kind, row.Name, row.OccurredAt, string.IsNullOrEmpty(sent?.Text) ? null : InertText.Of(sent.Text), files, row.Decided ?? row.Proposed, proposal);
        });
        return new ConversationWords([.. turns], rows.Count > MostTurns);
    }

    /// <summary>Null when another key ring protected it.</summary>
    private static byte[]? Open(IDataProtector protector, byte[] closed)
    {
        try
        {
            return protector.Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
