using System.Globalization;
using Command.Boards.Administration;
using Command.Boards.Alerts;
using Command.Boards.Compare;
using Command.Boards.Leaderboards;
using Command.Boards.OneUnit;
using Command.Boards.Periods;
using Command.Boards.Queue;
using Command.Boards.Reviews;
using Command.Boards.Tipoffs;
using Command.People;
using Command.Tipoffs;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Radzen;

namespace Command.Boards.Shell;

/// <summary>What the screens need of the host.</summary>
public static class ShellRegistration
{
    /// <summary>
    /// A lost browser comes back within this or reloads the page, which costs it a second: nobody's work is in a
    /// circuit, and each one kept costs megabytes.
    /// </summary>
    private static readonly TimeSpan keepLostCircuitsFor = TimeSpan.FromSeconds(30);

    private const int LostCircuitsKept = 20;

    /// <summary>A form with the longest words that are kept, in any script; a longer message ends its circuit.</summary>
    private const int LargestMessageBytes = 256 * 1024;

    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        // Outside the Development environment a run from the build folder would find no file of Radzen's.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = LostCircuitsKept;
            circuits.DisconnectedCircuitRetentionPeriod = keepLostCircuitsFor;
        });
        builder.Services.Configure<HubOptions>(hub => hub.MaximumReceiveMessageSize = LargestMessageBytes);
        builder.Services.AddRadzenComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddLocalization();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.All[0]);
            options.SupportedCultures = [.. Languages.All];
            options.SupportedUICultures = [.. Languages.All];
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Figures>();
        builder.Services.AddSingleton<Phrases>();
        builder.Services.AddSingleton(WallSettings.From(builder.Configuration));
        builder.Services.AddSingleton<TipoffPhrases>();
        builder.Services.AddSingleton<AlertPhrases>();
        builder.Services.AddSingleton<PeriodPhrases>();
        builder.Services.AddSingleton<LeaderboardPhrases>();
        builder.Services.AddSingleton<DeclaredPhrases>();
        builder.Services.AddSingleton<EvidencePhrases>();
        builder.Services.AddSingleton<DeclaredQuery>();
        builder.Services.AddSingleton<BoardQuery>();
        builder.Services.AddSingleton<PageHealthQuery>();
        builder.Services.AddSingleton<UnitFiguresQuery>();
        builder.Services.AddScoped<UnitNames>().AddScoped<AuditPhrases>();
        builder.Services.AddSingleton<DeskPhrases>();
        builder.Services.AddSingleton<TipoffMaking>();
        builder.Services.AddComparison();
        builder.Services.AddReviewPages();
        return builder;
    }

    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.Use(next => context => FormSize.RefuseAsync(context, next));
        var signIns = app.Services.GetRequiredService<SignInLimit>();
        app.Use(next => context => signIns.Admits(context) ? next(context) : RefuseSignIn(context));
        app.UsePeople();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguage().AllowAnonymous();
        var tipoffs = app.Services.GetRequiredService<TipoffSettings>();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().Add(page =>
        {
            if (page is RouteEndpointBuilder { RoutePattern.RawText: "/tipoffs/new" })
                page.Metadata.Add(FormSize.Of(tipoffs));
        });
        app.MapAttachments(tipoffs);
        app.MapComparison();
        app.MapReviews();
        return app;
    }

    private static Task RefuseSignIn(HttpContext context)
    {
        context.Response.Headers.RetryAfter = SignInLimit.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return PlainPage.WriteAsync(context, StatusCodes.Status429TooManyRequests, context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>()["signin.tooMany"]);
    }
}
