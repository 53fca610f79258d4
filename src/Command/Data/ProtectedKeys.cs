using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>
/// Keys of our own that must never change for a database: made once, kept in it under the key ring's protection. With
/// another pseudonym key the same resident would become another, and old events would count again.
/// </summary>
public sealed class ProtectedKeys(IDbContextFactory<CommandDb> databases, IDataProtectionProvider protection)
{
    /// <summary>The key of the residents' pseudonyms.</summary>
    public const string Pseudonyms = "pseudonyms";

    /// <summary>The key of the audit log's chain.</summary>
    public const string Audit = "audit";

    /// <summary>The key of the lots that choose assessments for a second look.</summary>
    public const string Rechecks = "rechecks";

    /// <summary>The key that those of residents' words and ids are derived from.</summary>
    public const string Residents = "residents-words";

    private const int KeyBytes = 32;

    private readonly IDataProtector protector = protection.CreateProtector("Command.Keys");

    /// <exception cref="SettingException">The key ring is not the one this database was written with.</exception>
    public byte[] GetOrMake(string name)
    {
        using var db = databases.CreateDbContext();
        if (db.Secrets.Find(name) is { } stored)
            return Open(stored);

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        db.Secrets.Add(new Secret { Name = name, Protected = protector.Protect(key) });
        try
        {
            db.SaveChanges();
            return key;
        }
        catch (DbUpdateException)
        {
            // Another node was first: its key is the key.
            db.ChangeTracker.Clear();
            return Open(db.Secrets.Find(name)!);
        }
    }

    private byte[] Open(Secret secret)
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
