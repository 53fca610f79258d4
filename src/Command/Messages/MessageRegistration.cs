namespace Command.Messages;

/// <summary>What messages need of the host.</summary>
public static class MessageRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(MessageSettings.From(settings))
        .AddSingleton<MessageRules>()
        .AddSingleton<Desk>()
        .AddSingleton<MessageDesk>()
        .AddSingleton<WordsReading>()
        .AddSingleton<MessageQueueQuery>()
        .AddSingleton<ClosingQuery>()
        .AddScoped<ReplyTargetSettings>()
        .AddScoped<OfficerSettings>();
}
