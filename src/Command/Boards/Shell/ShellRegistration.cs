using Command.Boards.Queue;
using Command.People;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
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

    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        // Outside the Development environment a run from the build folder would find no file of Radzen's.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = LostCircuitsKept;
            circuits.DisconnectedCircuitRetentionPeriod = keepLostCircuitsFor;
        });
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
        builder.Services.AddSingleton<BoardQuery>();
        builder.Services.AddSingleton<PageHealthQuery>();
        builder.Services.AddSingleton<DeskPhrases>();

        // Nobody signs in yet: who sits before the screen is not known, and has no colleagues.
        builder.Services.TryAddScoped<CurrentAsker>(_ => () => Task.FromResult<Asker?>(null));
        builder.Services.TryAddScoped<Colleagues>(_ => (_, _) => Task.FromResult<IReadOnlyList<Asker>>([]));
        return builder;
    }

    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapLanguage();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
