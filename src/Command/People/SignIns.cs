using Command.Data;
using Microsoft.AspNetCore.Identity;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Command.People;

public enum SignInOutcome
{
    Refused,
    NeedsCode,
    Done,
}

/// <summary>Signing in and out, each time with its line in the audit log.</summary>
public sealed class SignIns(SignInManager<Person> manager, UserManager<Person> people, Acts acts)
{
    public const string Done = "signin";
    public const string Failed = "signin.failed";
    public const string Locked = "signin.locked";
    public const string Out = "signout";
    public const string Everywhere = "signout.everywhere";

    public async Task<SignInOutcome> WithPasswordAsync(string name, string password)
    {
        if (await people.FindByNameAsync(name) is not { } person)
        {
            // As long as for a name that exists; and the name is not noted, since some type their password there.
            people.PasswordHasher.HashPassword(new Person { DisplayName = "" }, password);
            await acts.NoteAsync(new AuditEntry("?", Failed), CancellationToken.None);
            return SignInOutcome.Refused;
        }

        return await NotedAsync(person, await manager.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true));
    }

    /// <summary>The second step: six digits of the authenticator, or one of the recovery codes.</summary>
    public async Task<SignInOutcome> WithCodeAsync(string code)
    {
        if (await manager.GetTwoFactorAuthenticationUserAsync() is not { } person)
            return SignInOutcome.Refused;
        var typed = new string([.. code.Where(c => !char.IsWhiteSpace(c))]);
        var isTotp = typed.Length == 6 && typed.All(char.IsAsciiDigit);
        return await NotedAsync(person, isTotp
            ? await manager.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await manager.TwoFactorRecoveryCodeSignInAsync(typed.ToUpperInvariant()));
    }

    /// <summary>Without a password; whoever calls this has let him in by other means.</summary>
    public async Task AsAsync(Person person)
    {
        await manager.SignInAsync(person, isPersistent: false);
        await acts.NoteAsync(new AuditEntry(person.UserName!, Done, person.UserName), CancellationToken.None);
    }

    public async Task OutAsync()
    {
        if (acts.Asker is { } asker)
            await acts.NoteAsync(AuditEntry.By(asker, Out, asker.Name), CancellationToken.None);
        await manager.SignOutAsync();
    }

    private async Task<SignInOutcome> NotedAsync(Person person, SignInResult result)
    {
        if (result.RequiresTwoFactor)
            return SignInOutcome.NeedsCode;
        var what = result.Succeeded ? Done : result.IsLockedOut ? Locked : Failed;
        await acts.NoteAsync(new AuditEntry(result.Succeeded ? person.UserName! : "?", what, person.UserName), CancellationToken.None);
        return result.Succeeded ? SignInOutcome.Done : SignInOutcome.Refused;
    }
}
