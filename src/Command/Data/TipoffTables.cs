using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>Keys, indices and first rows of the tables of tip-offs.</summary>
internal static class TipoffTables
{
    public static void AddTipoffs(this ModelBuilder model)
    {
        model.Entity<Tipoff>(tipoff =>
        {
            tipoff.Property(t => t.Number).HasMaxLength(30);
            tipoff.Property(t => t.OnceKey).HasMaxLength(64);
            // Two people at once: the second's save changes no row, and he is told.
            tipoff.Property(t => t.Version).IsConcurrencyToken();
            tipoff.HasIndex(t => t.Number).IsUnique();
            tipoff.HasIndex(t => t.OnceKey).IsUnique();
            tipoff.HasIndex(t => t.ReceivedAt);
            tipoff.HasIndex(t => t.DueAt).HasFilter("[DueAt] IS NOT NULL");
            tipoff.HasIndex(t => t.AwaitingSince).HasFilter("[AwaitingSince] IS NOT NULL");
            tipoff.HasIndex(t => new { t.CreditedUnitId, t.ReceivedAt });
            tipoff.HasIndex(t => t.ConversationId).HasFilter("[ConversationId] IS NOT NULL");
            tipoff.HasOne<Page>().WithMany().HasForeignKey(t => t.PageId).OnDelete(DeleteBehavior.Restrict);
            tipoff.HasOne<Unit>().WithMany().HasForeignKey(t => t.CreditedUnitId).OnDelete(DeleteBehavior.Restrict);
            tipoff.HasOne<Tipoff>().WithMany().HasForeignKey(t => t.DuplicateOfId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TipoffStep>(step =>
        {
            step.HasKey(s => new { s.TipoffId, s.Number });
            step.Property(s => s.Actor).HasMaxLength(256);
            step.Property(s => s.Why).HasMaxLength(2_000);
            step.Property(s => s.Detail).HasMaxLength(300);
            step.HasIndex(s => new { s.Kind, s.At });
            step.HasOne<Tipoff>().WithMany().HasForeignKey(s => s.TipoffId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TipoffRecipient>(recipient =>
        {
            recipient.HasKey(r => new { r.TipoffId, r.UnitId });
            recipient.HasIndex(r => r.UnitId);
            recipient.HasOne<Tipoff>().WithMany().HasForeignKey(r => r.TipoffId).OnDelete(DeleteBehavior.Restrict);
            recipient.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TipoffOutcome>(outcome =>
        {
            outcome.HasKey(o => new { o.TipoffId, o.Outcome });
            outcome.HasOne<Tipoff>().WithMany().HasForeignKey(o => o.TipoffId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TipoffWords>(words =>
        {
            words.HasKey(w => w.TipoffId);
            words.Property(w => w.TipoffId).ValueGeneratedNever();
            words.HasIndex(w => w.ExpiresAt);
            words.HasOne<Tipoff>().WithOne().HasForeignKey<TipoffWords>(w => w.TipoffId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TipoffAttachment>(attachment =>
        {
            attachment.Property(a => a.ContentType).HasMaxLength(100);
            attachment.HasIndex(a => a.ExpiresAt);
            attachment.HasOne<Tipoff>().WithMany().HasForeignKey(a => a.TipoffId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TipoffCopy>(copy =>
        {
            copy.HasKey(c => new { c.TipoffId, c.Position });
            copy.HasIndex(c => new { c.State, c.NextAt });
            copy.HasIndex(c => c.ExpiresAt);
            copy.HasOne<Tipoff>().WithMany().HasForeignKey(c => c.TipoffId).OnDelete(DeleteBehavior.Restrict);
        });
        // No foreign keys: sums are written by the row, and page 0 stands for none.
        model.Entity<TipoffDay>(day =>
        {
            day.HasKey(d => new { d.Day, d.UnitId, d.PageId, d.Category, d.Standing, d.Internally });
            // A peer group's year, without walking over the nation's: all that its ratio needs, in the index itself.
            day.HasIndex(d => new { d.UnitId, d.Day, d.Standing, d.Internally, d.Count });
        });
        model.Entity<TipoffSeries>(series =>
        {
            series.HasKey(s => s.Series);
            series.Property(s => s.Series).HasMaxLength(20);
        });
        model.Entity<DeadlineRule>(rule =>
        {
            rule.HasIndex(r => new { r.Kind, r.From }).IsUnique();
            rule.HasData(
                Limit(1, DeadlineKind.PassOn, 24, DeadlineMeasure.ClockHours),
                Limit(2, DeadlineKind.Decide, 20, DeadlineMeasure.Days),
                Limit(3, DeadlineKind.FirstExtension, 2, DeadlineMeasure.Months),
                Limit(4, DeadlineKind.SecondExtension, 2, DeadlineMeasure.Months));
        });
        model.Entity<Holiday>(holiday =>
        {
            holiday.HasKey(h => h.Day);
            holiday.Property(h => h.Name).HasMaxLength(100);
            holiday.HasData(FirstHolidays.All);
        });
    }

    private static DeadlineRule Limit(int id, DeadlineKind kind, int amount, DeadlineMeasure measure) =>
        new() { Id = id, Kind = kind, From = DateOnly.MinValue, Amount = amount, Measure = measure };
}
