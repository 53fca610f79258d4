using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>Keys, indices and first rows of weights, sealed leaderboards, appeals and targets.</summary>
internal static class LeaderboardTables
{
    private const int MetricLetters = 50;
    private const int PeriodLetters = 50;
    private const int NameLetters = 256;
    private const int TextLetters = 2_000;

    public static void AddLeaderboards(this ModelBuilder model)
    {
        model.Entity<WeightsVersion>(version =>
        {
            version.HasKey(v => v.Number);
            version.Property(v => v.Number).ValueGeneratedNever();
            version.Property(v => v.PublishedBy).HasMaxLength(NameLetters);
            version.Property(v => v.Note).HasMaxLength(TextLetters);
            version.HasData(new WeightsVersion { Number = 1, PublishedAt = DateTimeOffset.UnixEpoch, PublishedBy = "system" });
        });
        model.Entity<Weight>(weight =>
        {
            weight.HasKey(w => new { w.Version, w.Metric });
            weight.Property(w => w.Metric).HasMaxLength(MetricLetters);
            weight.HasOne<WeightsVersion>().WithMany().HasForeignKey(w => w.Version).OnDelete(DeleteBehavior.Restrict);
            // Estimates, before any unit has sealed a year: whoever administers publishes better ones as a new version.
            weight.HasData(
                new Weight { Version = 1, Metric = "valuable_ratio", Value = 0.4, Scale = 0.1 },
                new Weight { Version = 1, Metric = "answered_in_time", Value = 0.3, Scale = 0.1 },
                new Weight { Version = 1, Metric = "tipoffs_per_10000", Value = 0.15, Scale = 5 },
                new Weight { Version = 1, Metric = "followers_per_1000", Value = 0.15, Scale = 50 });
        });
        model.Entity<SealedLeaderboard>(board =>
        {
            board.Property(b => b.PeerGroup).HasMaxLength(100);
            board.Property(b => b.Period).HasMaxLength(PeriodLetters);
            board.Property(b => b.Metric).HasMaxLength(MetricLetters);
            board.Property(b => b.SealedBy).HasMaxLength(NameLetters);
            board.Property(b => b.Digest).HasMaxLength(32).IsFixedLength();
            // Sealed once: of two who press the button at the same moment, one is first.
            board.HasIndex(b => new { b.PeerGroup, b.Period, b.Metric }).IsUnique();
            board.HasIndex(b => new { b.PeerGroup, b.Metric, b.To });
        });
        model.Entity<Appeal>(appeal =>
        {
            appeal.Property(a => a.NotedBy).HasMaxLength(NameLetters);
            appeal.Property(a => a.AnsweredBy).HasMaxLength(NameLetters);
            appeal.Property(a => a.Text).HasMaxLength(TextLetters);
            appeal.Property(a => a.Answer).HasMaxLength(TextLetters);
            appeal.HasIndex(a => a.SealedLeaderboardId);
            appeal.HasOne<SealedLeaderboard>().WithMany().HasForeignKey(a => a.SealedLeaderboardId).OnDelete(DeleteBehavior.Restrict);
            appeal.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Target>(target =>
        {
            target.HasKey(t => new { t.UnitId, t.Period, t.Metric });
            target.Property(t => t.Period).HasMaxLength(PeriodLetters);
            target.Property(t => t.Metric).HasMaxLength(MetricLetters);
            target.Property(t => t.SetBy).HasMaxLength(NameLetters);
            target.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
