using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>Keys and indices of reviews.</summary>
internal static class ReviewTables
{
    private const int PeriodLetters = 50;
    private const int NameLetters = 256;

    public static void AddReviews(this ModelBuilder model) => model.Entity<Review>(review =>
    {
        review.Property(r => r.Period).HasMaxLength(PeriodLetters);
        review.Property(r => r.Comparison).HasMaxLength(PeriodLetters);
        review.Property(r => r.Title).HasMaxLength(200);
        review.Property(r => r.MadeBy).HasMaxLength(NameLetters);
        review.Property(r => r.EditedBy).HasMaxLength(NameLetters);
        review.Property(r => r.FrozenBy).HasMaxLength(NameLetters);
        review.Property(r => r.Digest).HasMaxLength(32).IsFixedLength();
        review.HasIndex(r => new { r.UnitId, r.To });
        review.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    });
}
