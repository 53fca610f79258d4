using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;

namespace Command.Data;

/// <summary>
/// The keys that protect words, secrets and pseudonyms. They are files in a folder of their own (<c>Keys:Path</c>), never
/// in the database: who takes a copy of the database reads nobody's words. Several nodes share the folder.
/// </summary>
public static class KeyRing
{
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = Directory.CreateDirectory(configuration["Keys:Path"] ?? ".data/keys");
        services.AddDataProtection()
            .SetApplicationName("Command")
            .PersistKeysToFileSystem(folder)
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        return services
            .AddSingleton<ProtectedKeys>()
            .AddSingleton(provider => new ResidentsProtection(
                provider.GetRequiredService<ProtectedKeys>().GetOrMake(ProtectedKeys.Residents), provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<TimeProvider>()));
    }
}
