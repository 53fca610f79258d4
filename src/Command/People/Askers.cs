using Microsoft.AspNetCore.Components.Authorization;

namespace Command.People;

/// <summary>Who asks right now: for components by <see cref="CurrentAsync"/>, for endpoints by <see cref="Of"/>.</summary>
public sealed class Askers(AuthenticationStateProvider states)
{
    public async Task<Asker?> CurrentAsync() => AskerClaims.Read((await states.GetAuthenticationStateAsync()).User);

    /// <summary>The API key of the request, else whoever is signed in.</summary>
    public static Asker? Of(HttpContext context) => context.Features.Get<Asker>() ?? AskerClaims.Read(context.User);
}
