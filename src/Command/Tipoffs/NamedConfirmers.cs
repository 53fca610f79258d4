using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>Whom an administrator named to confirm what a unit assesses.</summary>
internal static class NamedConfirmers
{
    /// <summary>Whether somebody outside the unit was named who holds the right and still signs in.</summary>
    public static Task<bool> ExistAsync(CommandDb db, int assessingUnitId, CancellationToken cancellation) =>
        db.PersonConfirmsFor
            .Where(named => named.UnitId == assessingUnitId)
            .Join(db.Users, named => named.PersonId, person => person.Id, (_, person) => person)
            .AnyAsync(person => person.MayConfirm && person.UnitId != assessingUnitId && person.LockoutEnd != DateTimeOffset.MaxValue, cancellation);
}
