using Command.Data;

namespace Command.Ingest;

/// <summary>Chooses how batches are written, by the engine that <see cref="Engines.AddCommandDb"/> chose.</summary>
public static class EventStores
{
    public static IServiceCollection AddEventStore(this IServiceCollection services) =>
        services.AddSingleton(provider => For(provider.GetRequiredService<DatabaseSettings>()));

    private static EventStore For(DatabaseSettings settings) =>
        settings.IsSqlite ? new SqliteEventStore(settings) : new SqlServerEventStore(settings);
}
