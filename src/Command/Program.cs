using Command.Alerts;
using Command.Api;
using Command.Boards.Shell;
using Command.Data;
using Command.Demo;
using Command.Ingest;
using Command.Jobs;
using Command.Live;
using Command.Messages;
using Command.People;
using Command.Ranking.Leaderboards;
using Command.Reviews;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Command.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Command;

/// <summary>A table of contents: what the product consists of, and in which order it starts.</summary>
public static class Program
{
    private const string DefaultAddress = "http://localhost:5080";

    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var app = Build(args);
            if (AuditCommand.IsAsked(args))
                return await AuditCommand.RunAsync(app.Services.GetRequiredService<AuditLog>(), args, Console.Out, CancellationToken.None);
            if (BackupCommand.IsAsked(args))
                return await BackupCommand.RunAsync(app.Services.GetRequiredService<DatabaseSettings>(), TimeProvider.System, args, Console.Out, CancellationToken.None);
            await PrepareAsync(app, args, CancellationToken.None);
            await app.RunAsync();
            return 0;
        }
        catch (Exception failure) when (failure is WorldException or SettingException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    /// <param name="change">For tests: a clock, a log.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. args.Where(a => a is not (DemoRegistration.Flag or AuditCommand.Flag or BackupCommand.Flag))],
            ApplicationName = "Command",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddDemo(args);
        var settings = builder.Configuration;
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddCommandDb(settings)
            .AddKeyRing(settings)
            .AddSingleton<UnitRegistry>()
            .AddSingleton(WorkingHours.From(settings))
            .AddSingleton<CalendarRegistry>()
            .AddSingleton(ReplyTarget.From(settings))
            .AddSingleton<ReplyTargetBook>()
            .AddSingleton<Rebuild>()
            .AddSingleton<MonthSums>()
            .AddSingleton(Retention.From(settings))
            .AddSingleton<OldEvents>()
            .AddLiveBoard()
            .AddMessages(settings)
            .AddIngest(settings)
            .AddTipoffs(settings)
            .AddAlerts(settings)
            .AddLeaderboards(settings)
            .AddReviews()
            .AddSingleton<WorldLoader>()
            .AddPeople(settings, isOpenHouse: DemoRegistration.IsDemo(args))
            .AddHostedService<FollowRules>()
            .AddHostedService<WatchAlerts>()
            .AddJobs(settings)
            .AddApi()
            .AddHealth();
        builder.AddShell();
        builder.WebHost.UseUrls(settings["Urls"] ?? DefaultAddress);
        if (DemoRegistration.IsDemo(args))
            builder.RequireLoopback();
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseShell();
        app.MapIngest();
        app.MapTotals();
        app.MapLeaderboard();
        app.MapOpenApi();
        app.MapHealth();
        return app;
    }

    /// <summary>Before the first request: the database up to date, worlds loaded, channels known to the doors.</summary>
    /// <exception cref="SettingException">The keys are not those of the database.</exception>
    /// <exception cref="WorldException">A world on the command line has errors; nothing of any was loaded.</exception>
    public static async Task PrepareAsync(WebApplication app, string[] args, CancellationToken cancellation)
    {
        var services = app.Services;
        var databases = services.GetRequiredService<IDbContextFactory<CommandDb>>();
        await Engines.MigrateAsync(databases, services.GetRequiredService<DatabaseSettings>(), cancellation);
        IReadOnlyList<string> demo = DemoRegistration.IsDemo(args) ? [DemoWorld.File] : [];
        await services.GetRequiredService<WorldLoader>().LoadAsync([.. demo, .. WorldArguments.Files(args)], cancellation);
        await services.GetRequiredService<ChannelRegistry>().LoadAsync(
            databases, services.GetRequiredService<ChannelSecrets>(), app.Configuration, cancellation);
        await services.GetRequiredService<MessageRules>().LoadAsync(cancellation);
        _ = services.GetRequiredService<Seal>();
        await services.GetRequiredService<FirstRun>().OpenAsync(Console.Out, cancellation);
    }
}
