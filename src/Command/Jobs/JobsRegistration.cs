using Command.Alerts;
using Command.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Quartz;

namespace Command.Jobs;

/// <summary>What jobs need of the host: Quartz over the product's own database.</summary>
public static class JobsRegistration
{
    /// <summary>The name of Quartz' rows; the nodes of one cluster share it.</summary>
    public const string Scheduler = "Command";

    /// <summary>A yearly look back, and a month more.</summary>
    private static readonly TimeSpan historyKept = TimeSpan.FromDays(400);

    /// <summary>A job of every five minutes keeps a month; one of every hour keeps all.</summary>
    private const int RunsKeptPerJob = 10_000;
    private const int RunsKept = 200_000;

    /// <summary>A handful of jobs, most of them by night; the writer of events needs the database more.</summary>
    private const int AtOnce = 2;

    /// <exception cref="SettingException">A setting of the section Jobs is wrong.</exception>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var database = DatabaseSettings.From(configuration);
        var settings = JobSettings.From(configuration);
        services.AddSingleton(new Schedule(configuration));
        services.AddSingleton(settings);
        services.AddSingleton<Purge>().AddSingleton<NoteAuditHead>().AddSingleton<VerifySums>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddHostedService<CopySentFiles>();
        services.AddSingleton<JobBook>().AddSingleton<RunSearch>();
        services.AddSingleton<JobHealth>().AddSingleton<IAlertSource, JobAlerts>();
        services.AddSingleton<JobControl>();
        services.AddSingleton<CronWords>().AddSingleton<JobPhrases>();
        services.AddHealthChecks().AddCheck<JobsCheck>("jobs", tags: ["ready"]);
        return services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Scheduler;
                // Without a cluster, a node runs again only what was cut off under its own name: there it must outlive the process.
                scheduler.InstanceId = database.IsSqlite ? Environment.MachineName : $"{Environment.MachineName}-{Environment.ProcessId}";
                scheduler.DefaultTimeZone = LocalTime.Zone;
                scheduler.DefaultMisfireHandling = DefaultMisfireHandling.FireAndProceed;
            });
            quartz.UseDefaultThreadPool(AtOnce);
            quartz.UseDefaultRetryPolicy(RetryPolicy.Exponential(JobSettings.Retries, settings.RetryAfter, JobSettings.BackoffFactor));
            quartz.UseExecutionLogCapture();
            quartz.ConfigureOptions<ExecutionHistoryOptions>(history =>
            {
                history.Retention = historyKept;
                history.MaxEntriesPerJob = RunsKeptPerJob;
                history.MaxEntriesPerScheduler = RunsKept;
            });
            quartz.UsePersistentStore(store =>
            {
                if (database.IsSqlite)
                    store.UseSqlite(SqliteFactory.Instance, database.ConnectionString);
                else
                    store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString).UseClustering();
                store.ConfigureStore(o => o.StoreJobDataAsStrings = true).ProvisionSchema().UseExecutionHistory();
            });
        });
    }
}
