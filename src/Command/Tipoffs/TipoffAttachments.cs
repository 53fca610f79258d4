using System.Globalization;
using Command.Data;
using Command.People;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>A file of a tip-off in clear, as somebody looked at it.</summary>
public sealed record OpenAttachment(string Name, string ContentType, byte[] Bytes);

/// <summary>Adds files to a tip-off that stands and opens them for who may see its words; each look is in the audit log before the file is.</summary>
public sealed class TipoffAttachments(TipoffDesk desk, AuditLog audit, TipoffVault vault, TipoffSettings settings)
{
    public const string Added = "tipoff.attach";
    public const string Seen = "tipoff.attachment";

    /// <summary>By who works in the credited unit or above it; they expire with the words.</summary>
    /// <returns>Null: they stand.</returns>
    public async Task<StepRefusal?> AddAsync(string number, IReadOnlyList<byte[]> files, Asker asker, CancellationToken cancellation) => (await desk.InTransactionAsync(
        async db =>
        {
            if (await FindAsync(db, number, asker, cancellation) is not var (tipoff, from))
                return TipoffResult.Refused(RefusedFor.NotFound);
            if (asker.PersonId == 0 || !from.Sight.MayWork(tipoff.CreditedUnitId))
                return TipoffResult.Refused(RefusedFor.NoRight);
            var standing = await db.TipoffAttachments.CountAsync(a => a.TipoffId == tipoff.Id, cancellation);
            if (files.Count == 0)
                return TipoffResult.Refused(RefusedFor.AttachmentEmpty);
            if (EntryRules.Attached(files, standing, settings) is { } code)
                return TipoffResult.Refused(code);
            var entered = await db.TipoffSteps.Where(s => s.TipoffId == tipoff.Id && s.Kind == StepKind.Enter).Select(s => s.At).SingleAsync(cancellation);
            var expiresAt = entered + settings.WordsKept;
            if (expiresAt <= from.Now)
                return TipoffResult.Refused(RefusedFor.WordsExpired);
            db.TipoffAttachments.AddRange(files.Select(file => TipoffRegister.Protected(file, tipoff.Id, expiresAt, vault)));
            var told = AuditFacts.Write((AuditFact.FileType, files.Select(f => AttachmentType.ExtensionOf(AttachmentType.Of(f)!))), (AuditFact.Bytes, files.Select(f => f.Length)));
            await audit.AppendAsync(db, AuditEntry.By(asker, Added, tipoff.Number, after: told), cancellation);
            return new TipoffResult(tipoff, null);
        },
        cancellation)).Refusal;

    public async Task<(OpenAttachment? File, StepRefusal? Refusal)> LookAsync(string number, long id, Asker asker, CancellationToken cancellation)
    {
        OpenAttachment? file = null;
        var result = await desk.InTransactionAsync(
            async db =>
            {
                if (await FindAsync(db, number, asker, cancellation) is not var (tipoff, from))
                    return TipoffResult.Refused(RefusedFor.NotFound);
                if (!TipoffAccess.SeesWords(tipoff, from))
                    return TipoffResult.Refused(RefusedFor.NoRight);
                var stored = await db.TipoffAttachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.TipoffId == tipoff.Id && a.ExpiresAt > from.Now, cancellation);
                if (stored is null || vault.OpenBytes(stored.Protected) is not { } bytes)
                    return TipoffResult.Refused(RefusedFor.WordsExpired);
                file = new OpenAttachment(string.Create(CultureInfo.InvariantCulture, $"{tipoff.Number}-{id}.{AttachmentType.ExtensionOf(stored.ContentType)}"), stored.ContentType, bytes);
                await audit.AppendAsync(db, AuditEntry.By(asker, Seen, tipoff.Number, after: file.Name), cancellation);
                return new TipoffResult(tipoff, null);
            },
            cancellation);
        return result.Refusal is null ? (file, null) : (null, result.Refusal);
    }

    /// <summary>Null: there is none in his sight.</summary>
    private async Task<(Tipoff Tipoff, Standpoint From)?> FindAsync(CommandDb db, string number, Asker asker, CancellationToken cancellation)
    {
        if (await db.Tipoffs.AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancellation) is not { } tipoff)
            return null;
        var from = await TipoffDesk.AroundAsync(db, tipoff, null, await desk.StandpointAsync(db, asker, cancellation), cancellation);
        return TipoffAccess.SeesRecord(tipoff, from) ? (tipoff, from) : null;
    }
}
