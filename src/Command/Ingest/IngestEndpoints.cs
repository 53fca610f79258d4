namespace Command.Ingest;

/// <summary>Where the platforms knock.</summary>
public static class IngestEndpoints
{
    /// <summary>Everything the doors need besides the database, the clock, <see cref="Seal"/> and <see cref="EventLog"/>.</summary>
    public static IServiceCollection AddIngestDoors(this IServiceCollection services) => services
        .AddSingleton<ChannelRegistry>()
        .AddSingleton<Refusals>()
        .AddHostedService(provider => provider.GetRequiredService<Refusals>())
        .AddSingleton<Doors>();

    /// <summary>Signatures stand in for sign-in and antiforgery here.</summary>
    public static IEndpointRouteBuilder MapIngest(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var doors = endpoints.MapGroup("/ingest").AllowAnonymous().DisableAntiforgery();
        doors.MapPost("/zalo", (RequestDelegate)(context => services.GetRequiredService<Doors>().PostZalo(context)));
        doors.MapGet("/facebook", (RequestDelegate)(context => services.GetRequiredService<Doors>().VerifyFacebook(context)));
        doors.MapPost("/facebook", (RequestDelegate)(context => services.GetRequiredService<Doors>().PostFacebook(context)));
        return endpoints;
    }
}
