using Command.Data;
using Command.People;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>
/// Copies the files that residents sent to the tip-offs made of their messages. What is to be copied stands in the
/// database, so a restart forgets nothing; each try is written down before it is begun, so of two nodes one fetches.
/// </summary>
public sealed class TipoffCopies(
    IDbContextFactory<CommandDb> databases, TipoffDesk desk, FileHost host, AuditLog audit, TipoffVault vault, TipoffSettings settings, TimeProvider time)
{
    public const string Done = "tipoff.copied";

    private const int AtOnce = 20;

    /// <summary>After each try; Zalo's links die within half an hour, so that more would be of no use.</summary>
    private static readonly TimeSpan[] waits = [TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(12)];

    private static readonly Attachments[] files = [Attachments.Image, Attachments.Gif, Attachments.Video, Attachments.Audio, Attachments.File];

    /// <summary>What of a tip-off's files is to be copied: a link to a page, a place or a card is no file.</summary>
    public static IEnumerable<TipoffCopy> Of(long tipoffId, IReadOnlyList<SentFile> sent, DateTimeOffset now, DateTimeOffset expiresAt) =>
        from each in sent.Select((file, i) => (file, i))
        where each.file.Link is not null && files.Contains(each.file.Kind)
        select new TipoffCopy { TipoffId = tipoffId, Position = each.i, Kind = each.file.Kind, State = CopyState.Waiting, NextAt = now, ExpiresAt = expiresAt };

    /// <summary>Tries all that is due, the oldest first.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        List<TipoffCopy> due;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
            due = await db.TipoffCopies.AsNoTracking().Where(c => c.State == CopyState.Waiting && c.NextAt <= now).OrderBy(c => c.NextAt).Take(AtOnce).ToListAsync(cancellation);
        foreach (var copy in due)
            await TryAsync(copy, cancellation);
    }

    private async Task TryAsync(TipoffCopy copy, CancellationToken cancellation)
    {
        if (!await BeginAsync(copy, cancellation))
            return;
        if (copy.Tries > waits.Length + 1)
            await EndAsync(copy, null, CopyFault.Unreachable, cancellation);
        else if (await LinkAsync(copy, cancellation) is not { } link)
            await EndAsync(copy, null, CopyFault.Expired, cancellation);
        else if (await host.FetchAsync(link, settings.MostAttachmentBytes, cancellation) is { } fetched && (fetched.IsForGood || copy.Tries > waits.Length))
            await EndAsync(copy, fetched.Bytes, fetched.Fault, cancellation);
    }

    /// <summary>Writes down that it is tried, and when it would be tried again if nobody ever told what came of it.</summary>
    /// <returns>False: another node was first.</returns>
    private async Task<bool> BeginAsync(TipoffCopy copy, CancellationToken cancellation)
    {
        var (seen, next) = (copy.Tries, time.GetUtcNow() + waits[Math.Min(copy.Tries, waits.Length - 1)]);
        copy.Tries++;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.TipoffCopies.Where(c => c.TipoffId == copy.TipoffId && c.Position == copy.Position && c.State == CopyState.Waiting && c.Tries == seen)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Tries, copy.Tries).SetProperty(x => x.NextAt, next), cancellation) == 1;
    }

    private async Task<Uri?> LinkAsync(TipoffCopy copy, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var words = await db.TipoffWords.AsNoTracking().SingleOrDefaultAsync(w => w.TipoffId == copy.TipoffId && w.ExpiresAt > now, cancellation);
        return vault.Open(words).Files.ElementAtOrDefault(copy.Position)?.Link is { } link ? new Uri(link) : null;
    }

    /// <summary>The file and its line stand with the state, or none of them.</summary>
    private async Task EndAsync(TipoffCopy copy, byte[]? bytes, CopyFault? fault, CancellationToken cancellation) => await desk.InTransactionAsync(
        async db =>
        {
            var row = await db.TipoffCopies.SingleOrDefaultAsync(c => c.TipoffId == copy.TipoffId && c.Position == copy.Position && c.State == CopyState.Waiting, cancellation);
            if (row is null)
                return TipoffResult.Refused(RefusedFor.NotFound);
            var tipoff = await db.Tipoffs.AsNoTracking().SingleAsync(t => t.Id == copy.TipoffId, cancellation);
            var refused = fault ?? await RefusalAsync(db, row, bytes!, cancellation);
            (row.State, row.Fault) = (refused is null ? CopyState.Copied : CopyState.Failed, refused);
            if (refused is null)
            {
                var attachment = TipoffRegister.Protected(bytes!, row.TipoffId, row.ExpiresAt, vault);
                db.TipoffAttachments.Add(attachment);
                var told = AuditFacts.Write((AuditFact.FileType, AttachmentType.ExtensionOf(attachment.ContentType)), (AuditFact.Bytes, attachment.Length));
                await audit.AppendAsync(db, new AuditEntry(AuditLog.System, Done, tipoff.Number, After: told), cancellation);
            }

            return new TipoffResult(tipoff, null);
        },
        cancellation);

    /// <summary>The limits are those of files that people send in.</summary>
    private async Task<CopyFault?> RefusalAsync(CommandDb db, TipoffCopy row, byte[] bytes, CancellationToken cancellation)
    {
        if (row.ExpiresAt <= time.GetUtcNow())
            return CopyFault.Expired;
        return EntryRules.Attached([bytes], await db.TipoffAttachments.CountAsync(a => a.TipoffId == row.TipoffId, cancellation), settings) switch
        {
            null => null,
            RefusedFor.TooManyAttachments => CopyFault.TooMany,
            RefusedFor.AttachmentTooLarge => CopyFault.TooLarge,
            RefusedFor.AttachmentEmpty => CopyFault.Gone,
            _ => CopyFault.Kind,
        };
    }
}
