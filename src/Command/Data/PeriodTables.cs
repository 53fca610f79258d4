using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>Keys and first rows of the period calendar.</summary>
internal static class PeriodTables
{
    public static void AddPeriods(this ModelBuilder model)
    {
        model.Entity<PeriodSeries>(series =>
        {
            series.Property(s => s.Prefix).HasMaxLength(20);
            series.Property(s => s.Name).HasMaxLength(100);
            series.Property(s => s.EnglishName).HasMaxLength(100);
            series.HasIndex(s => s.Prefix).IsUnique();
            series.HasData(
                new PeriodSeries { Id = 1, Prefix = "", Name = "Lịch", EnglishName = "Calendar", StartDay = 1 },
                new PeriodSeries { Id = 2, Prefix = "police", Name = "Kỳ công an", EnglishName = "Police period", StartDay = 15, StartsMonthBefore = true });
        });
        model.Entity<NamedPeriod>(period =>
        {
            period.HasKey(p => p.Key);
            period.Property(p => p.Key).HasMaxLength(50);
            period.Property(p => p.Name).HasMaxLength(100);
        });
    }
}
