using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>Keys and indices of the tables of people, and of what signs in for them.</summary>
internal static class PeopleTables
{
    /// <summary>A key of SQL Server holds 900 bytes.</summary>
    private const int IdentityKeyLetters = 128;

    public static void AddPeople(this ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("People");
            person.Property(p => p.DisplayName).HasMaxLength(200);
            person.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<IdentityUserClaim<int>>().ToTable("PersonClaims");
        model.Entity<IdentityUserLogin<int>>(login =>
        {
            login.ToTable("PersonLogins");
            login.Property(l => l.LoginProvider).HasMaxLength(IdentityKeyLetters);
            login.Property(l => l.ProviderKey).HasMaxLength(IdentityKeyLetters);
        });
        model.Entity<IdentityUserToken<int>>(token =>
        {
            token.ToTable("PersonTokens");
            token.Property(t => t.LoginProvider).HasMaxLength(IdentityKeyLetters);
            token.Property(t => t.Name).HasMaxLength(IdentityKeyLetters);
        });
        model.Entity<PersonConfirmsFor>(named =>
        {
            named.HasKey(n => new { n.PersonId, n.UnitId });
            named.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
            named.HasOne<Unit>().WithMany().HasForeignKey(n => n.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WallDevice>(wall =>
        {
            wall.Property(w => w.SecretHash).HasMaxLength(32).IsFixedLength();
            wall.Property(w => w.Code).HasMaxLength(20);
            wall.Property(w => w.Name).HasMaxLength(200);
            wall.HasIndex(w => w.SecretHash).IsUnique();
            wall.HasIndex(w => w.Code).IsUnique().HasFilter("[Code] IS NOT NULL");
            wall.HasOne<Unit>().WithMany().HasForeignKey(w => w.UnitId).OnDelete(DeleteBehavior.Restrict);
            wall.HasOne<Person>().WithMany().HasForeignKey(w => w.PairedById).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ApiKey>(key =>
        {
            key.Property(k => k.Name).HasMaxLength(200);
            key.Property(k => k.KeyHash).HasMaxLength(32).IsFixedLength();
            key.HasIndex(k => k.KeyHash).IsUnique();
            key.HasOne<Unit>().WithMany().HasForeignKey(k => k.UnitId).OnDelete(DeleteBehavior.Restrict);
            key.HasOne<Person>().WithMany().HasForeignKey(k => k.MadeById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
