using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace Command.Demo;

/// <summary><c>--demo</c>: an invented district that lives.</summary>
public static class DemoRegistration
{
    public const string Flag = "--demo";

    public static bool IsDemo(IReadOnlyList<string> args) => args.Contains(Flag);

    /// <summary>Adds the demo's traffic. Unless one is named outside appsettings.json it gets a database file of its own: invented events never mix with real ones.</summary>
    public static WebApplicationBuilder AddDemo(this WebApplicationBuilder builder, IReadOnlyList<string> args)
    {
        if (!IsDemo(args))
            return builder;
        var sources = builder.Configuration.Sources;
        var afterFiles = sources.IndexOf(sources.OfType<JsonConfigurationSource>().Last()) + 1;
        sources.Insert(afterFiles, new MemoryConfigurationSource
        {
            InitialData = [new("Database:ConnectionString", "Data Source=.data/demo.db")],
        });
        builder.Services.AddSingleton(DemoWorld.Read());
        builder.Services.AddHostedService<DemoTraffic>();
        builder.Services.AddHostedService<DemoDesk>();
        return builder;
    }
}
