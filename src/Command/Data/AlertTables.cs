using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>Keys, indices and first rows of the tables of alerts.</summary>
internal static class AlertTables
{
    public static void AddAlerts(this ModelBuilder model)
    {
        model.Entity<Alert>(alert =>
        {
            alert.Property(a => a.Text).HasMaxLength(50);
            alert.Property(a => a.Cause).HasMaxLength(150);
            alert.Property(a => a.Link).HasMaxLength(300);
            alert.Property(a => a.Number).HasMaxLength(Alert.NumberLetters);
            alert.Property(a => a.AcknowledgedBy).HasMaxLength(256);
            alert.Property(a => a.Note).HasMaxLength(500);
            // Two people at once: the second's save changes no row, and he is told.
            alert.Property(a => a.AcknowledgedAt).IsConcurrencyToken();
            alert.HasIndex(a => a.Cause).IsUnique().HasFilter("[ClosedAt] IS NULL");
            alert.HasIndex(a => a.RaisedAt);
            alert.HasIndex(a => new { a.UnitId, a.RaisedAt });
            alert.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
            alert.HasOne<Page>().WithMany().HasForeignKey(a => a.PageId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AlertRule>(rule =>
        {
            rule.HasIndex(r => new { r.Kind, r.UnitId, r.From }).IsUnique();
            rule.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
            rule.HasData(
                First(AlertKind.UrgentTipoff, mustAcknowledge: true, sounds: true),
                First(AlertKind.Overdue, least: 1, again: 5),
                First(AlertKind.SilentPage),
                First(AlertKind.Spike, mustAcknowledge: true, least: 10, hours: 2, deviations: 3),
                First(AlertKind.Drift, mustAcknowledge: true),
                First(AlertKind.Job));
        });
        model.Entity<DriftCheck>().HasKey(c => c.Day);
        // The watch asks every two seconds for what is urgent and not yet assessed.
        model.Entity<Tipoff>().HasIndex(t => new { t.Urgency, t.DueAt }).HasFilter("[DueAt] IS NOT NULL");
    }

    private static AlertRule First(
        AlertKind kind, bool mustAcknowledge = false, bool sounds = false, int? least = null, int? again = null, int? hours = null, double? deviations = null) => new()
        {
            Id = (int)kind,
            Kind = kind,
            From = DateOnly.MinValue,
            IsEnabled = true,
            Sounds = sounds,
            MustAcknowledge = mustAcknowledge,
            Least = least,
            Again = again,
            Hours = hours,
            Deviations = deviations,
        };
}
