using Command.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Command.Tests.Data;

public sealed class KeyRingTests
{
    [Fact]
    public async Task The_key_of_the_pseudonyms_is_made_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var keys = new EphemeralDataProtectionProvider();

        Assert.Equal(KeyRing.PseudonymKey(database, keys), KeyRing.PseudonymKey(database, keys));
    }

    [Fact]
    public async Task Other_keys_than_those_of_the_database_are_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        KeyRing.PseudonymKey(database, new EphemeralDataProtectionProvider());

        var told = Assert.Throws<SettingException>(() => KeyRing.PseudonymKey(database, new EphemeralDataProtectionProvider()));
        Assert.Contains("Keys:Path", told.Message, StringComparison.Ordinal);
    }
}
