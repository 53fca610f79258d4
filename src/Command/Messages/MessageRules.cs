using Command.Data;
using Command.People;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>Why an edit of the rules did not become a version.</summary>
/// <param name="Faults">Of the rules themselves.</param>
/// <param name="First">The version that somebody made meanwhile; null when nobody did.</param>
public sealed record RulesRefused(IReadOnlyList<(int Position, RuleFault Fault)> Faults, MessageRuleVersion? First, bool NotAllowed = false);

/// <summary>The rules in force, in memory for the doors, and their versions in the database.</summary>
public sealed class MessageRules(IDbContextFactory<CommandDb> databases, AuditLog audit, TimeProvider time)
{
    public const string Changed = "rules.changed";

    private const int LongestNote = 500;
    private volatile RuleSet current = RuleSet.First;

    public RuleSet Current => current;

    /// <summary>The rules count for every unit, so only who leads or runs the whole may change them.</summary>
    public static bool MayEdit(Asker asker) => asker.Role is Role.Administrator or Role.Commander;

    /// <summary>Takes the newest version, whichever node made it.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var newest = await db.MessageRuleVersions.MaxAsync(v => v.Number, cancellation);
        if (newest != current.Version)
            current = RuleSet.Of(newest, await RulesAsync(db, newest, cancellation));
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<MessageRuleVersion>> VersionsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.MessageRuleVersions.AsNoTracking().OrderByDescending(v => v.Number).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<MessageRule>> OfVersionAsync(int version, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await RulesAsync(db, version, cancellation);
    }

    /// <summary>Makes a version of these rules, in this order, and puts it in force.</summary>
    /// <param name="basedOn">The version that was edited: when a newer one stands, nothing is overwritten.</param>
    /// <returns>Null: done.</returns>
    public async Task<RulesRefused?> SaveAsync(Asker asker, int basedOn, IEnumerable<MessageRule> rules, string note, CancellationToken cancellation)
    {
        if (!MayEdit(asker))
            return new RulesRefused([], null, NotAllowed: true);
        var next = rules.Select((rule, i) => new MessageRule { Version = basedOn + 1, Position = i + 1, Test = rule.Test, Kind = rule.Kind, Texts = rule.Texts.ReplaceLineEndings("\n") }).ToList();
        if (RuleTexts.Faults(next) is { Count: > 0 } faults)
            return new RulesRefused(faults, null);

        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var newest = await db.MessageRuleVersions.OrderByDescending(v => v.Number).FirstAsync(cancellation);
        if (newest.Number != basedOn)
            return new RulesRefused([], newest);
        db.MessageRuleVersions.Add(new MessageRuleVersion
        {
            Number = basedOn + 1,
            MadeAt = time.GetUtcNow(),
            MadeBy = asker.Name,
            Note = note.Length > LongestNote ? note[..LongestNote] : note,
        });
        db.MessageRules.AddRange(next);
        await audit.AppendAsync(db, AuditEntry.By(asker, Changed, AuditFacts.Write((AuditFact.Version, basedOn + 1)), before: AuditFacts.Write((AuditFact.Version, basedOn)), after: AuditFacts.Write((AuditFact.Note, note))), cancellation);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        current = RuleSet.Of(basedOn + 1, next);
        return null;
    }

    private static Task<List<MessageRule>> RulesAsync(CommandDb db, int version, CancellationToken cancellation) =>
        db.MessageRules.AsNoTracking().Where(r => r.Version == version).OrderBy(r => r.Position).ToListAsync(cancellation);
}
