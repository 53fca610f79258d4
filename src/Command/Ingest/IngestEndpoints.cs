using Command.Data;

namespace Command.Ingest;

/// <summary>Where the platforms knock.</summary>
public static class IngestEndpoints
{
    /// <summary>The doors and the log behind them.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(IngestSettings.From(settings))
        .AddSingleton<ChannelSecrets>()
        .AddSingleton<ChannelRegistry>()
        .AddSingleton<Intake>()
        .AddSingleton<Refusals>()
        .AddHostedService(provider => provider.GetRequiredService<Refusals>())
        .AddEventStore()
        .AddSingleton<EventLog>()
        .AddHostedService(provider => provider.GetRequiredService<EventLog>())
        .AddSingleton(provider => new Seal(
            provider.GetRequiredService<ProtectedKeys>().GetOrMake(ProtectedKeys.Pseudonyms),
            provider.GetRequiredService<ResidentsProtection>().CreateProtector(ProtectionPurpose.Words),
            provider.GetRequiredService<ResidentsProtection>().CreateProtector(ProtectionPurpose.ResidentIds)))
        .AddSingleton<Doors>();

    /// <summary>Signatures stand in for sign-in and antiforgery here, so a request takes the short way past what screens need.</summary>
    public static IEndpointRouteBuilder MapIngest(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var doors = endpoints.MapGroup("/ingest").AllowAnonymous().DisableAntiforgery();
        doors.MapPost("/zalo", (RequestDelegate)(context => services.GetRequiredService<Doors>().PostZalo(context))).ShortCircuit();
        doors.MapGet("/facebook", (RequestDelegate)(context => services.GetRequiredService<Doors>().VerifyFacebook(context)));
        doors.MapPost("/facebook", (RequestDelegate)(context => services.GetRequiredService<Doors>().PostFacebook(context))).ShortCircuit();
        return endpoints;
    }
}
