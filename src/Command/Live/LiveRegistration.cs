namespace Command.Live;

/// <summary>What the live board needs of the host.</summary>
public static class LiveRegistration
{
    public static IServiceCollection AddLiveBoard(this IServiceCollection services) => services
        .AddSingleton<BoardReader>()
        .AddSingleton<LiveBoard>()
        .AddHostedService(provider => provider.GetRequiredService<LiveBoard>());
}
