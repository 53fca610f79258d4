using Command.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Command.Tests.Data;

public sealed class ProtectedKeysTests
{
    [Fact]
    public async Task A_key_is_made_once_and_differs_from_the_others()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ring = new EphemeralDataProtectionProvider();
        var made = new ProtectedKeys(database, ring).GetOrMake(ProtectedKeys.Pseudonyms);

        Assert.Equal(made, new ProtectedKeys(database, ring).GetOrMake(ProtectedKeys.Pseudonyms));
        Assert.NotEqual(made, new ProtectedKeys(database, ring).GetOrMake(ProtectedKeys.Audit));
    }

    [Fact]
    public async Task Another_ring_than_that_of_the_database_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        new ProtectedKeys(database, new EphemeralDataProtectionProvider()).GetOrMake(ProtectedKeys.Pseudonyms);
        var other = new ProtectedKeys(database, new EphemeralDataProtectionProvider());

        var told = Assert.Throws<SettingException>(() => other.GetOrMake(ProtectedKeys.Pseudonyms));
        Assert.Contains("Keys:Path", told.Message, StringComparison.Ordinal);
    }
}
