using System.Security.Cryptography;
using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>What somebody did, on its way into the log.</summary>
/// <param name="Actor">The person's user name, or <see cref="AuditLog.System"/>.</param>
/// <param name="Subject">A name, a key or <see cref="AuditFacts"/>; no words of ours, for the log is read in two languages.</param>
/// <param name="Before">Likewise.</param>
/// <param name="After">Likewise.</param>
public sealed record AuditEntry(string Actor, string Action, string? Subject = null, string? Origin = null, string? Before = null, string? After = null)
{
    /// <summary>Of somebody who asked: by name, and from where he did.</summary>
    /// <param name="asker">Null: no person did it.</param>
    public static AuditEntry By(Asker? asker, string action, string? subject = null, string? before = null, string? after = null) =>
        new(asker?.Name ?? AuditLog.System, action, subject, asker?.Origin, before, after);
}

/// <summary>What verifying found: the head of the log, or the first thing that is wrong.</summary>
public sealed record AuditVerdict(AuditHead Head, AuditFault? Fault);

/// <summary>The append-only log of what people did: who, what, when, from where, before and after.</summary>
public sealed class AuditLog(IDbContextFactory<CommandDb> databases, ProtectedKeys keys, TimeProvider time)
{
    /// <summary>The actor of what no person did.</summary>
    public const string System = "system";

    // Taken before anybody's transaction: the first time it is written to the database.
    private readonly byte[] key = keys.GetOrMake(ProtectedKeys.Audit);

    /// <summary>
    /// Adds a line to what the caller is about to save, in the caller's transaction: the act and its line stand or fall
    /// together. The transaction is an <see cref="ExclusiveWriting"/>: two writers at once would take the same number.
    /// </summary>
    public async Task AppendAsync(CommandDb db, AuditEntry entry, CancellationToken cancellation)
    {
        var last = db.AuditRecords.Local.MaxBy(r => r.Number)
            ?? await db.AuditRecords.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);
        var line = new AuditRecord
        {
            Number = (last?.Number ?? 0) + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            Actor = entry.Actor,
            Action = entry.Action,
            Subject = entry.Subject,
            Origin = entry.Origin,
            Before = entry.Before,
            After = entry.After,
            Digest = [],
        };
        line.Digest = AuditChain.Digest(key, last?.Digest ?? AuditChain.Beginning, line);
        db.AuditRecords.Add(line);
    }

    public async Task<AuditHead> HeadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db.AuditRecords.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);
        return last is null ? AuditHead.Empty : new AuditHead(last.Number, Convert.ToHexStringLower(last.Digest));
    }

    /// <summary>Walks the whole chain.</summary>
    /// <param name="noted">A head that was noted earlier, outside the database; finds lines that were cut off at the end.</param>
    public async Task<AuditVerdict> VerifyAsync(AuditHead? noted, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var before = AuditChain.Beginning;
        long count = 0;
        AuditFault? fault = null;
        await foreach (var line in db.AuditRecords.AsNoTracking().OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            count++;
            if (line.Number != count)
                return new AuditVerdict(Head(), new AuditFault(AuditFaultKind.Missing, count));
            if (!CryptographicOperations.FixedTimeEquals(line.Digest, AuditChain.Digest(key, before, line)))
                return new AuditVerdict(Head(), new AuditFault(AuditFaultKind.Changed, count));
            before = line.Digest;
            if (noted?.Count == count && noted.Digest != Convert.ToHexStringLower(before))
                fault = new AuditFault(AuditFaultKind.WrittenAnew, count);
        }

        if (noted?.Count > count)
            fault = new AuditFault(AuditFaultKind.CutOff, count, noted.Count);
        return new AuditVerdict(Head(), fault);

        AuditHead Head() => new(count, Convert.ToHexStringLower(before));
    }
}
