using System.Globalization;
using System.Security.Claims;
using Command.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>What a session carries of a person. Any change of it gives the person a new stamp, which ends the session.</summary>
public sealed class PersonClaims(CommandDb db, TimeProvider time) : IUserClaimsPrincipalFactory<Person>
{
    public async Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var asker = new Asker(user.Role, user.UnitId, user.Id, user.UserName!)
        {
            MayConfirm = user.MayConfirm,
            ConfirmsFor = await db.PersonConfirmsFor.Where(n => n.PersonId == user.Id).Select(n => n.UnitId).ToHashSetAsync(),
        };
        var identity = new ClaimsIdentity(AskerClaims.Of(asker), IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(AskerClaims.Stamp, user.SecurityStamp!));
        identity.AddClaim(new Claim(AskerClaims.Since, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(AskerClaims.MustChangePassword, "1"));
        return new ClaimsPrincipal(identity);
    }
}
