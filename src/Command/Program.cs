using Command.Data;
using Command.Ingest;
using Command.Live;
using Command.Rollups;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Command;

/// <summary>A table of contents: what the product consists of, and in which order it starts.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        await using var app = Build(args);
        await PrepareAsync(app, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }

    /// <param name="change">For tests: a clock, a log.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = "Command",
            ContentRootPath = AppContext.BaseDirectory,
        });
        var settings = builder.Configuration;
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddCommandDb(settings)
            .AddKeyRing(settings)
            .AddSingleton(ReplyTarget.From(settings))
            .AddSingleton(IngestSettings.From(settings))
            .AddSingleton<Rebuild>()
            .AddSingleton<BoardReader>()
            .AddSingleton<LiveBoard>()
            .AddHostedService(provider => provider.GetRequiredService<LiveBoard>())
            .AddEventStore()
            .AddSingleton<EventLog>()
            .AddHostedService(provider => provider.GetRequiredService<EventLog>())
            .AddSingleton(provider => new Seal(
                KeyRing.PseudonymKey(provider.GetRequiredService<IDbContextFactory<CommandDb>>(), provider.GetRequiredService<IDataProtectionProvider>()),
                provider.GetRequiredService<IDataProtectionProvider>().CreateProtector(Seal.WordsPurpose)))
            .AddIngestDoors();
        change?.Invoke(builder);

        var app = builder.Build();
        app.MapIngest();
        return app;
    }

    /// <summary>Brings the database up to date and loads what the command line names, before the first request.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellation)
    {
        var databases = app.Services.GetRequiredService<IDbContextFactory<CommandDb>>();
        await Engines.MigrateAsync(databases, app.Services.GetRequiredService<DatabaseSettings>(), cancellation);
        _ = app.Services.GetRequiredService<Seal>();
    }
}
