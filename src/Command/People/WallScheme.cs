using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Command.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Command.People;

/// <summary>Lets a paired wall in by the secret in its cookie; whoever is refused is led where people are.</summary>
public sealed class WallScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Walls walls)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "Wall";
    public const string Cookie = "command-wall";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[Cookie] is not { } secret || await walls.OfAsync(secret, Context.RequestAborted) is not { PairedAt: not null } wall)
            return AuthenticateResult.NoResult();
        var identity = new ClaimsIdentity(AskerClaims.Of(new Asker(Role.Wall, wall.UnitId, Name: wall.Name ?? "")), Name);
        identity.AddClaim(new Claim(AskerClaims.Stamp, wall.Id.ToString(CultureInfo.InvariantCulture)));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Context.ChallengeAsync(IdentityConstants.ApplicationScheme, properties);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Context.ForbidAsync(IdentityConstants.ApplicationScheme, properties);
}
