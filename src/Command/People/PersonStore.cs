using Command.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Command.People;

/// <summary>People in our database; the keys of their second factor are protected there, as all secrets are.</summary>
public sealed class PersonStore(CommandDb db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Person, CommandDb, int>(db, describer)
{
    /// <summary>Beside the key: the last step of 30 s whose code was used.</summary>
    internal const string LastCodeStep = "LastCodeStep";
    internal const string CodeProvider = "[Command]";

    private readonly IDataProtector protector = protection.CreateProtector("Command.SecondFactor");

    /// <summary>Codes of a new key are new, also within the step in which one of the old key was used.</summary>
    public override async Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken)
    {
        await base.SetAuthenticatorKeyAsync(user, key, cancellationToken);
        await RemoveTokenAsync(user, CodeProvider, LastCodeStep, cancellationToken);
    }

    public override Task SetTokenAsync(Person user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Person user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? protector.Unprotect(value) : null;
}
