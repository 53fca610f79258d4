using Command.Data;
using Command.Units;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>Why nothing was changed; a page phrases it in the reader's language.</summary>
public enum PersonFault
{
    None,
    NameMissing,
    NameTaken,

    /// <summary>It has what cannot be seen, or stands in the log for nobody.</summary>
    NameUnfit,
    UnitMissing,
    OutOfSight,
    Yourself,
}

/// <summary>What an administrator says of a person.</summary>
public sealed record PersonDraft(string UserName, string DisplayName, Role Role, int? UnitId, bool MayConfirm, IReadOnlySet<int> ConfirmsFor);

/// <summary>The people an administrator may see and change: those of his own subtree.</summary>
public sealed class PersonRegistry(CommandDb db, UserManager<Person> people, UnitRegistry units, Acts acts, Sessions sessions, TimeProvider time)
{
    private const int MostLetters = 100;

    /// <summary>20 letters of five bits: nobody guesses it before it is changed.</summary>
    private const int PasswordGroups = 5;

    public static readonly IReadOnlyList<Role> Roles = [Role.Administrator, Role.Commander, Role.Chief, Role.Staff, Role.Analyst];

    public async Task<IReadOnlyList<(Person Person, IReadOnlySet<int> ConfirmsFor)>> ListAsync(Asker asker, CancellationToken cancellation)
    {
        var sight = await SightAsync(asker, cancellation);
        var named = (await db.PersonConfirmsFor.AsNoTracking().ToListAsync(cancellation)).ToLookup(n => n.PersonId, n => n.UnitId);
        return [.. (await db.Users.AsNoTracking().OrderBy(p => p.UserName).ToListAsync(cancellation))
            .Where(p => sight.Covers(p.UnitId))
            .Select(p => (p, (IReadOnlySet<int>)named[p.Id].ToHashSet()))];
    }

    /// <returns>The one-time password, or why not.</returns>
    public async Task<(string? Password, PersonFault Fault)> AddAsync(Asker asker, PersonDraft draft, CancellationToken cancellation)
    {
        var password = Secrets.NewCode(PasswordGroups);
        var fault = await acts.RunAsync<PersonFault>(async () =>
        {
            if (await FaultAsync(asker, draft, cancellation) is var wrong and not PersonFault.None)
                return (wrong, null);
            if (!UserNames.IsFit(draft.UserName))
                return (PersonFault.NameUnfit, null);
            if (await people.FindByNameAsync(draft.UserName) is not null)
                return (PersonFault.NameTaken, null);
            var person = new Person { UserName = draft.UserName, DisplayName = draft.DisplayName, MustChangePassword = true };
            Take(person, draft);
            if (!(await people.CreateAsync(person, password)).Succeeded)
                return (PersonFault.NameMissing, null);
            await NameUnitsAsync(person.Id, draft.ConfirmsFor, cancellation);
            return (PersonFault.None, new AuditEntry("", "person.added", person.UserName, After: Said(draft)));
        }, cancellation);
        return (fault == PersonFault.None ? password : null, fault);
    }

    /// <summary>Ends the person's sessions: the next one begins with what holds from now on.</summary>
    public Task<PersonFault> ChangeAsync(Asker asker, int personId, PersonDraft draft, CancellationToken cancellation) => ActAsync(asker, personId, async person =>
    {
        if (await FaultAsync(asker, draft with { UserName = person.UserName! }, cancellation) is var wrong and not PersonFault.None)
            return (wrong, null);
        var named = await db.PersonConfirmsFor.Where(n => n.PersonId == personId).Select(n => n.UnitId).ToHashSetAsync(cancellation);
        var before = new PersonDraft(person.UserName!, person.DisplayName, person.Role, person.UnitId, person.MayConfirm, named);
        Take(person, draft);
        await NameUnitsAsync(personId, draft.ConfirmsFor, cancellation);
        return (PersonFault.None, new AuditEntry("", "person.changed", person.UserName, Before: Said(before), After: Said(draft with { UserName = person.UserName! })));
    }, cancellation);

    public Task<PersonFault> LockAsync(Asker asker, int personId, bool locked, CancellationToken cancellation) => ActAsync(asker, personId, person =>
    {
        person.LockoutEnd = locked ? DateTimeOffset.MaxValue : null;
        person.AccessFailedCount = 0;
        return Task.FromResult((PersonFault.None, (AuditEntry?)new AuditEntry("", locked ? "person.locked" : "person.unlocked", person.UserName)));
    }, cancellation);

    /// <summary>A new one-time password; the second factor is off until the person sets it up again.</summary>
    public async Task<(string? Password, PersonFault Fault)> ResetAsync(Asker asker, int personId, CancellationToken cancellation)
    {
        var password = Secrets.NewCode(PasswordGroups);
        var fault = await ActAsync(asker, personId, async person =>
        {
            person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
            person.MustChangePassword = true;
            person.TwoFactorEnabled = false;
            await people.ResetAuthenticatorKeyAsync(person);
            return (PersonFault.None, new AuditEntry("", "person.reset", person.UserName));
        }, cancellation);
        return (fault == PersonFault.None ? password : null, fault);
    }

    private async Task<PersonFault> ActAsync(
        Asker asker, int personId, Func<Person, Task<(PersonFault Fault, AuditEntry? Line)>> act, CancellationToken cancellation)
    {
        var fault = await acts.RunAsync<PersonFault>(async () =>
        {
            if (await db.Users.SingleOrDefaultAsync(p => p.Id == personId, cancellation) is not { } person || !(await SightAsync(asker, cancellation)).Covers(person.UnitId))
                return (PersonFault.OutOfSight, null);
            if (person.Id == asker.PersonId)
                return (PersonFault.Yourself, null);
            var (wrong, line) = await act(person);
            if (wrong == PersonFault.None)
                await people.UpdateSecurityStampAsync(person);
            return (wrong, line);
        }, cancellation);
        if (fault == PersonFault.None)
            sessions.Changed();
        return fault;
    }

    private async Task<PersonFault> FaultAsync(Asker asker, PersonDraft draft, CancellationToken cancellation)
    {
        if (draft.UserName.Length is 0 or > MostLetters || draft.DisplayName.Length is 0 or > MostLetters)
            return PersonFault.NameMissing;
        if (draft.UnitId is null && draft.Role is Role.Chief or Role.Staff)
            return PersonFault.UnitMissing;
        var sight = await SightAsync(asker, cancellation);
        return asker.Role == Role.Administrator && Roles.Contains(draft.Role) && sight.Covers(draft.UnitId) && draft.ConfirmsFor.All(id => sight.Covers(id))
            ? PersonFault.None
            : PersonFault.OutOfSight;
    }

    private static void Take(Person person, PersonDraft draft) =>
        (person.DisplayName, person.Role, person.UnitId, person.MayConfirm) = (draft.DisplayName, draft.Role, draft.UnitId, draft.MayConfirm);

    private async Task NameUnitsAsync(int personId, IReadOnlySet<int> unitIds, CancellationToken cancellation)
    {
        var standing = await db.PersonConfirmsFor.Where(n => n.PersonId == personId).ToListAsync(cancellation);
        db.RemoveRange(standing.Where(n => !unitIds.Contains(n.UnitId)));
        db.AddRange(unitIds.Except(standing.Select(n => n.UnitId)).Select(unitId => new PersonConfirmsFor { PersonId = personId, UnitId = unitId }));
    }

    private async Task<Sight> SightAsync(Asker asker, CancellationToken cancellation) =>
        Sight.Of(asker, await units.TreeAsync(cancellation), LocalTime.DayOf(time.GetUtcNow()));

    private static string Said(PersonDraft draft) => AuditFacts.Write(
        (AuditFact.DisplayName, draft.DisplayName),
        (AuditFact.Role, draft.Role),
        AuditFacts.OfUnit(draft.UnitId),
        (AuditFact.MayConfirm, draft.MayConfirm),
        (AuditFact.ConfirmsFor, draft.ConfirmsFor.Order()));
}
