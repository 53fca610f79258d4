using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>
/// The keys that protect words, secrets and pseudonyms. They are files in a folder of their own (<c>Keys:Path</c>), never
/// in the database: who takes a copy of the database reads nobody's words. Several nodes share the folder.
/// </summary>
public static class KeyRing
{
    private const string Pseudonyms = "pseudonyms";

    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = Directory.CreateDirectory(configuration["Keys:Path"] ?? ".data/keys");
        services.AddDataProtection().SetApplicationName("Command").PersistKeysToFileSystem(folder);
        return services;
    }

    /// <summary>
    /// The key of the residents' pseudonyms, made once for a database and kept in it under the key ring's protection.
    /// It never changes: with another key the same resident would become another, and old events would count again.
    /// </summary>
    /// <exception cref="SettingException">The key ring is not the one this database was written with.</exception>
    public static byte[] PseudonymKey(IDbContextFactory<CommandDb> databases, IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("Command.Pseudonyms");
        using var db = databases.CreateDbContext();
        if (db.Secrets.Find(Pseudonyms) is { } stored)
            return Open(protector, stored);

        var key = RandomNumberGenerator.GetBytes(32);
        db.Secrets.Add(new Secret { Name = Pseudonyms, Protected = protector.Protect(key) });
        try
        {
            db.SaveChanges();
            return key;
        }
        catch (DbUpdateException)
        {
            // Another node was first: its key is the key.
            db.ChangeTracker.Clear();
            return Open(protector, db.Secrets.Find(Pseudonyms)!);
        }
    }

    private static byte[] Open(IDataProtector protector, Secret secret)
    {
        try
        {
            return protector.Unprotect(secret.Protected);
        }
        catch (CryptographicException failure)
        {
            throw new SettingException(
                "The keys in the folder Keys:Path are not those this database was written with. Put the folder back from the backup of that day; with new keys its words cannot be read and its residents would be counted anew.",
                failure);
        }
    }
}
