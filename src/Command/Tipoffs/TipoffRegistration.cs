using Command.Data;

namespace Command.Tipoffs;

/// <summary>What the workflow needs of the host.</summary>
public static class TipoffRegistration
{
    /// <exception cref="SettingException">A setting is out of its range.</exception>
    public static IServiceCollection AddTipoffs(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TipoffSettings.From(configuration))
        .AddSingleton<TipoffVault>()
        .AddSingleton<RecheckLots>()
        .AddSingleton<RecheckMonths>()
        .AddSingleton<TipoffDesk>()
        .AddSingleton<TipoffAttachments>()
        .AddSingleton(CopySettings.From(configuration))
        .AddSingleton<FileHost>()
        .AddSingleton<TipoffCopies>()
        .AddSingleton<TipoffRatios>()
        .AddSingleton<TipoffListQuery>()
        .AddSingleton<TipoffRecordQuery>()
        .AddSingleton<TipoffRebuild>()
        .AddScoped<DeadlineSettings>()
        .AddScoped<HolidaySettings>();
}
