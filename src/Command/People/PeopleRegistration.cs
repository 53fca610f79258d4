using System.Security.Claims;
using Command.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>What sign-in, roles and audit need of the host.</summary>
public static class PeopleRegistration
{
    public const string SignInPath = "/sign-in";
    public const string FirstRunPath = "/first-run";
    public const string RefusedPath = "/refused";
    public const string OwnPath = "/me";
    public const string SignOutPath = "/sign-out";
    public const string WallPath = "/wall";

    public const int PasswordLetters = 12;

    private const string Scheme = "Asker";
    private const string SessionCookie = "command";
    private const int WrongPasswords = 5;
    private static readonly TimeSpan lockedFor = TimeSpan.FromMinutes(15);

    /// <param name="isOpenHouse">People sign in by a click; only where nobody else can reach this machine.</param>
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration, bool isOpenHouse)
    {
        services.AddHttpContextAccessor();
        services
            .AddSingleton<AuditLog>()
            .AddSingleton<AuditQuery>()
            .AddSingleton<AuditCheck>()
            .AddSingleton(SessionSettings.From(configuration))
            .AddSingleton<Sessions>()
            .AddSingleton(_ => SignInLimit.From(configuration))
            .AddSingleton<FirstRun>()
            .AddSingleton<UnitColleagues>()
            .AddSingleton(provider => new OpenHouse(isOpenHouse, provider.GetRequiredService<IDbContextFactory<CommandDb>>()))
            .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CommandDb>>().CreateDbContext())
            .AddScoped<Acts>()
            .AddScoped<SignIns>()
            .AddScoped<OwnAccount>()
            .AddScoped<PersonRegistry>()
            .AddScoped<Walls>()
            .AddScoped<IssuedKeys>()
            .AddScoped<Askers>()
            .AddScoped<AuthenticationStateProvider, ScreenSession>()
            .AddCascadingAuthenticationState();
        AddIdentity(services);
        AddSchemes(services);
        services.AddAuthorization(Admission.Write);
        return services;
    }

    /// <summary>Who asks, whether he may, and that a one-time password is changed before anything else.</summary>
    public static IApplicationBuilder UsePeople(this IApplicationBuilder app) => app
        .UseAuthentication()
        .Use(next => context => OpenHouse.LetInAsync(context, next))
        .Use((context, next) =>
        {
            if (context.User.Identity is { IsAuthenticated: true } && context.Connection.RemoteIpAddress is { } address)
                context.User.AddIdentity(new ClaimsIdentity([new Claim(AskerClaims.Origin, address.ToString())]));
            return next(context);
        })
        .UseAuthorization()
        .Use((context, next) =>
        {
            if (!context.User.HasClaim(AskerClaims.MustChangePassword, "1") || context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null || context.Request.Path == OwnPath)
                return next(context);
            context.Response.Redirect(OwnPath);
            return Task.CompletedTask;
        });

    private static void AddIdentity(IServiceCollection services) => services
        .AddIdentityCore<Person>(identity =>
        {
            // Length is what a password needs; rules of composition only make people write it down.
            identity.Password = new PasswordOptions
            {
                RequiredLength = PasswordLetters,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
                RequiredUniqueChars = 4,
            };
            identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = WrongPasswords, DefaultLockoutTimeSpan = lockedFor };
            identity.User.AllowedUserNameCharacters = "";
        })
        .AddUserStore<PersonStore>()
        .AddSignInManager()
        .AddClaimsPrincipalFactory<PersonClaims>()
        .AddDefaultTokenProviders()
        .AddTokenProvider<OnceAuthenticator>(TokenOptions.DefaultAuthenticatorProvider);

    private static void AddSchemes(IServiceCollection services)
    {
        services
            .AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, scheme => scheme.ForwardDefaultSelector = context =>
                context.Request.Cookies.ContainsKey(WallScheme.Cookie) && !context.Request.Cookies.ContainsKey(SessionCookie) ? WallScheme.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, WallScheme>(WallScheme.Name, null)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure<SessionSettings>((cookie, sessions) =>
            {
                cookie.Cookie.Name = SessionCookie;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = sessions.Idle;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = SignInPath;
                cookie.AccessDeniedPath = RefusedPath;
                cookie.ReturnUrlParameter = "back";
                cookie.Events = new CookieAuthenticationEvents
                {
                    OnValidatePrincipal = ValidateAsync,
                    OnRedirectToLogin = LeadIn,
                    OnRedirectToAccessDenied = Refuse,
                };
            }));
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (await context.HttpContext.RequestServices.GetRequiredService<Sessions>().IsAliveAsync(context.Principal!, context.HttpContext.RequestAborted))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>A browser is led on, a script is told.</summary>
    private static async Task LeadIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (!IsPage(request))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (await context.HttpContext.RequestServices.GetRequiredService<FirstRun>().IsAwaitedAsync(context.HttpContext.RequestAborted))
            context.Response.Redirect(FirstRunPath);
        else
            context.Response.Redirect(request.Query["wall"] == "1" ? WallPath : context.RedirectUri);
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsPage(context.Request))
            context.Response.Redirect(RefusedPath);
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)
        && !request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
