using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>Keys, indices and first rows of the tables of messages. What points at events or conversations has no foreign key, as they have none.</summary>
internal static class MessageTables
{
    private const int LongestName = 256;

    public static void AddMessages(this ModelBuilder model)
    {
        model.Entity<MessageRuleVersion>(version =>
        {
            version.HasKey(v => v.Number);
            version.Property(v => v.Number).ValueGeneratedNever();
            version.Property(v => v.MadeBy).HasMaxLength(LongestName);
            version.Property(v => v.Note).HasMaxLength(500);
            version.HasData(FirstMessageRules.Version);
        });
        model.Entity<MessageRule>(rule =>
        {
            rule.HasKey(r => new { r.Version, r.Position });
            rule.HasOne<MessageRuleVersion>().WithMany().HasForeignKey(r => r.Version).OnDelete(DeleteBehavior.Restrict);
            rule.HasData(FirstMessageRules.All);
        });
        model.Entity<MessageDecision>(decision =>
        {
            decision.HasKey(d => d.EventId);
            decision.Property(d => d.EventId).ValueGeneratedNever();
        });
        model.Entity<Handling>(handling =>
        {
            handling.HasKey(h => h.ConversationId);
            handling.Property(h => h.ConversationId).ValueGeneratedNever();
            handling.Property(h => h.Version).IsConcurrencyToken();
            handling.Property(h => h.HandlerName).HasMaxLength(LongestName);
            handling.Property(h => h.LastBy).HasMaxLength(LongestName);
        });
        model.Entity<Closing>(closing =>
        {
            closing.HasKey(c => c.EventId);
            closing.Property(c => c.EventId).ValueGeneratedNever();
            closing.Property(c => c.Note).HasMaxLength(300);
            closing.Property(c => c.ClosedBy).HasMaxLength(LongestName);
            closing.Property(c => c.RecheckedBy).HasMaxLength(LongestName);
            closing.HasIndex(c => c.ConversationId);
            closing.HasIndex(c => new { c.PageId, c.ClosedAt });
        });
        model.Entity<ReplyTargetRule>(rule =>
        {
            rule.HasIndex(r => new { r.UnitId, r.Kind, r.From }).IsUnique();
            rule.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<OfficerInCharge>(officer =>
        {
            officer.HasKey(o => new { o.UnitId, o.From });
            officer.Property(o => o.Name).HasMaxLength(LongestName);
            officer.HasOne<Unit>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ResidentId>(id =>
        {
            id.HasKey(r => r.ConversationId);
            id.Property(r => r.ConversationId).ValueGeneratedNever();
            id.HasIndex(r => r.ExpiresAt);
        });
    }
}
