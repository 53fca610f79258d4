using Command.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>
/// While nobody administers, whoever reads the console may become the administrator: a one-time code stands there,
/// and only there. It dies with its use, after too many wrong tries, and with the process.
/// </summary>
public sealed class FirstRun(IDbContextFactory<CommandDb> databases)
{
    private const int MostTries = 20;
    private const int CodeGroups = 4;

    private readonly Lock gate = new();
    private int tries;

    /// <summary>Null: there is an administrator, or the code was spent.</summary>
    public string? Code { get; private set; }

    /// <summary>Nobody can sign in yet: a visitor is led to the first run rather than to the sign-in.</summary>
    public async Task<bool> IsAwaitedAsync(CancellationToken cancellation)
    {
        if (Code is null)
            return false;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return !await db.Users.AnyAsync(cancellation);
    }

    /// <summary>Prints a code when there is no administrator.</summary>
    public async Task OpenAsync(TextWriter console, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Users.AnyAsync(p => p.Role == Role.Administrator, cancellation))
            return;
        Code = Secrets.NewCode(CodeGroups);
        await console.WriteLineAsync($"Nobody administers Command yet. Open /first-run and enter this code, which is good once: {Code}");
    }

    /// <summary>Spends the code: of two at once, one holds it.</summary>
    public bool Take(string typed)
    {
        lock (gate)
        {
            if (Code is not { } code)
                return false;
            if (Secrets.AreSame(code, Secrets.Typed(typed)))
            {
                Code = null;
                return true;
            }

            if (++tries >= MostTries)
                Code = null;
            return false;
        }
    }

    /// <summary>Makes the administrator; when that fails the code is good again.</summary>
    public async Task<IReadOnlyList<IdentityError>> MakeAsync(string code, string userName, string password, UserManager<Person> people, Acts acts, SignIns signIns)
    {
        var person = new Person { UserName = userName, DisplayName = userName, Role = Role.Administrator };
        var result = await acts.RunAsync<IdentityResult>(async () =>
        {
            // Another node has a code of its own.
            if (await people.Users.AnyAsync(p => p.Role == Role.Administrator))
                return (IdentityResult.Failed(people.ErrorDescriber.DuplicateUserName(userName)), null);
            if (!UserNames.IsFit(userName))
                return (IdentityResult.Failed(people.ErrorDescriber.InvalidUserName(userName)), null);
            person.Id = 0;
            var made = await people.CreateAsync(person, password);
            return (made, made.Succeeded ? new AuditEntry(AuditLog.System, "person.first", userName) : null);
        }, CancellationToken.None);
        if (!result.Succeeded)
        {
            Code = code;
            return [.. result.Errors];
        }

        await signIns.AsAsync(person);
        return [];
    }
}
