using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>Keys and indices of the sums: by page first, as they are read. On SQLite each table is its key's tree.</summary>
internal static class RollupTables
{
    /// <summary>Answered in time, and fell due: <c>Metric.AnsweredInTime</c>, <c>Metric.FellDue</c>. A query finds the index only where it names both as constants.</summary>
    private const string OfReplies = "[Metric] IN (31, 36)";

    public static void AddRollups(this ModelBuilder model)
    {
        model.Entity<RollupFiveMinutes>(rollup =>
        {
            rollup.HasKey(r => new { r.PageId, r.SlotUtc, r.Metric, r.Bucket });
            rollup.HasIndex(r => r.SlotUtc);
        });
        model.Entity<RollupHour>().HasKey(r => new { r.PageId, r.SlotUtc, r.Metric, r.Bucket });
        // A leaderboard of thousands asks for two metrics of every page over any days: they stand side by side.
        model.Entity<RollupDay>(rollup =>
        {
            rollup.HasKey(r => new { r.PageId, r.Day, r.Metric, r.Bucket });
            rollup.HasIndex(r => new { r.PageId, r.Metric, r.Day, r.Count }).HasFilter(OfReplies);
        });
        model.Entity<RollupMonth>(rollup =>
        {
            rollup.HasKey(r => new { r.PageId, r.Month, r.Metric, r.Bucket });
            rollup.HasIndex(r => new { r.PageId, r.Metric, r.Month, r.Count }).HasFilter(OfReplies);
        });
        model.Entity<DayMark>(mark =>
        {
            mark.HasKey(m => m.Name);
            mark.Property(m => m.Name).HasMaxLength(30);
        });
    }
}
