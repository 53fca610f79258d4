using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>Keys and indices of the tables of units, of what is noted of them and of their pages.</summary>
internal static class UnitTables
{
    public static void AddUnits(this ModelBuilder model)
    {
        model.Entity<Unit>(unit =>
        {
            unit.Property(u => u.Key).HasMaxLength(100);
            unit.HasIndex(u => u.Key).IsUnique();
        });
        model.Entity<UnitVersion>(version =>
        {
            version.Property(v => v.Code).HasMaxLength(50);
            version.Property(v => v.Name).HasMaxLength(300);
            version.Property(v => v.PeerGroup).HasMaxLength(100);
            version.HasIndex(v => new { v.UnitId, v.From }).IsUnique();
            version.HasOne<Unit>().WithMany().HasForeignKey(v => v.UnitId).OnDelete(DeleteBehavior.Restrict);
            version.HasOne<Unit>().WithMany().HasForeignKey(v => v.ParentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<UnitResidents>(residents =>
        {
            residents.HasKey(r => new { r.UnitId, r.From });
            residents.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Succession>(succession =>
        {
            succession.HasKey(s => new { s.FromUnitId, s.ToUnitId, s.On });
            succession.HasOne<Unit>().WithMany().HasForeignKey(s => s.FromUnitId).OnDelete(DeleteBehavior.Restrict);
            succession.HasOne<Unit>().WithMany().HasForeignKey(s => s.ToUnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Annotation>(annotation =>
        {
            annotation.Property(a => a.Text).HasMaxLength(Annotation.LongestText);
            annotation.Property(a => a.MadeBy).HasMaxLength(256);
            annotation.HasIndex(a => a.From);
            annotation.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Page>(page =>
        {
            page.Property(p => p.Key).HasMaxLength(100);
            page.Property(p => p.ExternalId).HasMaxLength(100);
            page.Property(p => p.Name).HasMaxLength(300);
            page.HasIndex(p => p.Key).IsUnique();
            page.HasIndex(p => new { p.Platform, p.ExternalId }).IsUnique();
        });
        model.Entity<PageOwner>(owner =>
        {
            owner.HasKey(o => new { o.PageId, o.From });
            owner.HasOne<Page>().WithMany().HasForeignKey(o => o.PageId).OnDelete(DeleteBehavior.Restrict);
            owner.HasOne<Unit>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
