using System.Globalization;
using Command.Data;
using Microsoft.AspNetCore.Identity;

namespace Command.People;

/// <summary>What somebody does with his own account: password, second factor, all his sessions.</summary>
public sealed class OwnAccount(SignInManager<Person> manager, UserManager<Person> people, Acts acts, Sessions sessions)
{
    private const int RecoveryCodes = 10;

    public async Task<Person?> ReadAsync() => acts.Asker is { PersonId: > 0 } asker ? await people.FindByIdAsync(Id(asker)) : null;

    /// <returns>What is wrong, or nothing.</returns>
    public Task<IReadOnlyList<IdentityError>> ChangePasswordAsync(string current, string wanted) => ActAsync("password.changed", async person =>
    {
        person.MustChangePassword = false;
        return await people.ChangePasswordAsync(person, current, wanted);
    });

    /// <summary>A new key for the authenticator; the second factor is off until a code of it was entered.</summary>
    public async Task<string?> BeginSecondFactorAsync()
    {
        string? key = null;
        await ActAsync("second-factor.begun", async person =>
        {
            if (person.TwoFactorEnabled)
                return IdentityResult.Failed();
            var made = await people.ResetAuthenticatorKeyAsync(person);
            key = await people.GetAuthenticatorKeyAsync(person);
            return made;
        });
        return key;
    }

    /// <summary>The key that waits for its first code; null once the second factor is on.</summary>
    public async Task<string?> WaitingKeyAsync() =>
        await ReadAsync() is { TwoFactorEnabled: false } person ? await people.GetAuthenticatorKeyAsync(person) : null;

    /// <returns>Recovery codes, shown once; null: the code was not the authenticator's.</returns>
    public async Task<IReadOnlyList<string>?> SwitchSecondFactorOnAsync(string code)
    {
        var typed = new string([.. code.Where(char.IsAsciiDigit)]);
        var provider = people.Options.Tokens.AuthenticatorTokenProvider;
        IReadOnlyList<string>? codes = null;
        await ActAsync("second-factor.on", async person =>
        {
            if (!await people.VerifyTwoFactorTokenAsync(person, provider, typed))
                return IdentityResult.Failed(new IdentityError { Code = "Code" });
            await people.SetTwoFactorEnabledAsync(person, true);
            codes = [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes) ?? []];
            return IdentityResult.Success;
        });
        return codes;
    }

    public Task<IReadOnlyList<IdentityError>> SwitchSecondFactorOffAsync(string password) => ActAsync("second-factor.off", async person =>
    {
        if (!await people.CheckPasswordAsync(person, password))
            return IdentityResult.Failed(people.ErrorDescriber.PasswordMismatch());
        await people.SetTwoFactorEnabledAsync(person, false);
        return await people.ResetAuthenticatorKeyAsync(person);
    });

    /// <summary>Ends all sessions, this one too.</summary>
    public async Task SignOutEverywhereAsync()
    {
        await acts.RunAsync(async () =>
        {
            var person = (await ReadAsync())!;
            await people.UpdateSecurityStampAsync(person);
            return (true, new AuditEntry("", SignIns.Everywhere, person.UserName));
        }, CancellationToken.None);
        await manager.SignOutAsync();
        sessions.Changed();
    }

    /// <summary>This session goes on under the new stamp; the others end.</summary>
    private async Task<IReadOnlyList<IdentityError>> ActAsync(string what, Func<Person, Task<IdentityResult>> act)
    {
        var (person, result) = await acts.RunAsync<(Person, IdentityResult)>(async () =>
        {
            var person = (await ReadAsync())!;
            var result = await act(person);
            return ((person, result), result.Succeeded ? new AuditEntry("", what, person.UserName) : null);
        }, CancellationToken.None);
        if (!result.Succeeded)
            return [.. result.Errors];
        await manager.RefreshSignInAsync(person);
        sessions.Changed();
        return [];
    }

    private static string Id(Asker asker) => asker.PersonId.ToString(CultureInfo.InvariantCulture);
}
