using Command.Data;
using Command.Jobs;
using Microsoft.Extensions.Configuration;
using Quartz;

namespace Command.Tests.Jobs;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset noon = new(2026, 3, 10, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("often")]
    [InlineData("30 2 * * *")]
    [InlineData("0 30 25 * * ?")]
    [InlineData("0 30 2 * * ? 2026")]
    public void A_wrong_cron_names_its_setting(string cron)
    {
        var failure = Assert.Throws<SettingException>(() => Read(("Jobs:VerifySums", cron)));

        Assert.Contains("Jobs:VerifySums", failure.Message, StringComparison.Ordinal);
        Assert.Contains(cron, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_moves_a_job_and_times_are_those_of_Vietnam()
    {
        var job = Read(("Jobs:VerifySums", "0 15 3 * * ?")).Find("VerifySums")!;

        Assert.Equal(new DateTimeOffset(2026, 3, 10, 20, 15, 0, TimeSpan.Zero), job.Times.GetNextValidTimeAfter(noon));
    }

    [Theory]
    [InlineData("Jobs:Run", "perhaps")]
    [InlineData("Jobs:RetryAfter", "soon")]
    [InlineData("Jobs:RetryAfter", "02:00:00")]
    public void Other_settings_are_read_as_strictly(string name, string value) =>
        Assert.Contains(name, Assert.Throws<SettingException>(() => JobSettings.From(Settings((name, value)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_job_has_its_words()
    {
        var texts = RepositoryFiles.Read("src", "Command", "Boards", "Shell", "Texts.resx");

        Assert.All(Read().Jobs, job => Assert.All([$"\"job.{job.Name}\"", $"\"job.{job.Name}.what\""], key => Assert.Contains(key, texts, StringComparison.Ordinal)));
        Assert.All(Enum.GetNames<JobRunResult>(), result => Assert.Contains($"\"jobs.result.{result}\"", texts, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<JobTroubleKind>(), kind => Assert.Contains($"\"jobs.trouble.{kind}\"", texts, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<ClusterNodeState>(), state => Assert.Contains($"\"jobs.node.{state}\"", texts, StringComparison.Ordinal));
    }

    [Fact]
    public void A_job_is_late_when_its_time_is_over_and_it_has_not_succeeded_since_it_was_due()
    {
        var job = Read(("Jobs:VerifySums", "0 0 2 * * ?")).Find("VerifySums")!;
        var due = new DateTimeOffset(2026, 3, 9, 19, 0, 0, TimeSpan.Zero);
        var since = due.AddDays(-30);
        var over = due.AddHours(4).AddSeconds(1);

        Assert.Equal(JobTroubleKind.Late, JobHealth.Of(job, Runs(job, due.AddDays(-1)), since, over)?.Kind);
        Assert.Equal(JobTroubleKind.Late, JobHealth.Of(job, null, since, over)?.Kind);
        Assert.Null(JobHealth.Of(job, Runs(job, due.AddDays(-1)), since, due.AddHours(4).AddSeconds(-1)));
        Assert.Null(JobHealth.Of(job, Runs(job, due.AddSeconds(1)), since, over));
        Assert.Null(JobHealth.Of(job, null, due.AddSeconds(1), over));
        Assert.Equal(JobTroubleKind.Failing, JobHealth.Of(job, Runs(job, due.AddSeconds(1)) with { ConsecutiveFailures = 1 }, since, due.AddHours(1))?.Kind);
        Assert.Null(JobHealth.Of(Read().Find("NoteAuditHead")!, null, since, over));
    }

    [Fact]
    public void Durations_are_told_by_local_day_as_median_and_95th_of_a_hundred()
    {
        var early = new DateTimeOffset(2026, 3, 9, 16, 59, 0, TimeSpan.Zero);
        var days = DurationDay.Of([Run(early, 1), .. Enumerable.Range(1, 5).Select(s => Run(early.AddMinutes(s), s))]);

        Assert.Equal(
            [(new DateOnly(2026, 3, 9), 1, 1.0, 1.0), (new DateOnly(2026, 3, 10), 5, 3.0, 4.8)],
            days.Select(d => (d.Day, d.Runs, d.P50.TotalSeconds, d.P95.TotalSeconds)));
        Assert.Empty(DurationDay.Of([]));
    }

    private static JobRunStatus Runs(Job job, DateTimeOffset succeeded) =>
        new(JobsRegistration.Scheduler, job.Key, succeeded, JobRunResult.Succeeded) { LastSucceededAtUtc = succeeded };

    private static ExecutionHistoryEntry Run(DateTimeOffset at, int seconds) =>
        new(JobsRegistration.Scheduler, "a", "DEFAULT", "Purge", "DEFAULT", "Purge", at, TimeSpan.FromSeconds(seconds), true, null);

    private static Schedule Read(params (string Name, string Value)[] settings) => new(Settings(settings));

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
}
