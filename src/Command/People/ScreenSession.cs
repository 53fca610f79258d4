using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Command.People;

/// <summary>Who stands before a live screen; when his session ends, the screen learns it though no request is made.</summary>
public sealed class ScreenSession : RevalidatingServerAuthenticationStateProvider
{
    private static readonly Task<AuthenticationState> nobody = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity())));
    private readonly Sessions sessions;
    private readonly SessionSettings settings;
    private readonly IDisposable subscription;

    public ScreenSession(ILoggerFactory logs, Sessions sessions, SessionSettings settings)
        : base(logs)
    {
        this.sessions = sessions;
        this.settings = settings;
        subscription = sessions.Subscribe(LookAgainAsync);
    }

    protected override TimeSpan RevalidationInterval => settings.RevalidateEvery;

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        sessions.IsAliveAsync(authenticationState.User, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            subscription.Dispose();
        base.Dispose(disposing);
    }

    private async Task LookAgainAsync()
    {
        var user = (await GetAuthenticationStateAsync()).User;
        if (user.Identity is { IsAuthenticated: true } && !await sessions.IsAliveAsync(user, CancellationToken.None))
            SetAuthenticationState(nobody);
    }
}
