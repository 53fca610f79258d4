using Command.Data;
using Command.Jobs;
using Command.People;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Command.Tests.Jobs;

public sealed class JobControlTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("command-jobs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_pause_says_who_why_and_when_and_survives_a_restart_and_a_new_schedule()
    {
        await using (var app = await Shift.BeginAsync(folder))
            Assert.True(await app.Get<JobControl>().PauseAsync(Shift.Administrator, "Purge", " chờ sao lưu ", CancellationToken.None));

        await using (var app = await Shift.BeginAsync(folder))
            AssertPaused(await app.LineAsync("Purge"));

        await using (var app = await Shift.BeginAsync(folder, null, "--Jobs:Purge=* * * * * ?", "--Jobs:NoteAuditHead=* * * * * ?"))
        {
            await app.UntilAsync("NoteAuditHead", line => line.Runs?.RunCount >= 2);
            AssertPaused(await app.LineAsync("Purge"));
            Assert.Empty(await app.RunsAsync("Purge"));

            Assert.True(await app.Get<JobControl>().ResumeAsync(Shift.Administrator, "Purge", CancellationToken.None));
            var line = await app.UntilAsync("Purge", l => l.Runs?.RunCount > 0);
            Assert.Equal((false, null), (line.IsPaused, line.Pause));
            await using var db = await app.OpenAsync();
            var told = await db.AuditRecords.Where(r => r.Subject == """{"Job":"Purge"}""").OrderBy(r => r.Number).ToListAsync();
            Assert.Equal([("lan", "job.paused", """{"Why":"chờ sao lưu"}"""), ("lan", "job.resumed", null)], told.Select(r => (r.Actor, r.Action, r.After)));
        }

        static void AssertPaused(JobLine line)
        {
            Assert.Equal((true, null, "chờ sao lưu", "lan"), (line.IsPaused, line.Next, line.Pause?.Reason, line.Pause?.RequestedBy));
            Assert.True(line.Pause?.PausedAtUtc > TimeProvider.System.GetUtcNow().AddHours(-1));
        }
    }

    [Fact]
    public async Task A_paused_job_still_runs_when_it_is_asked_to()
    {
        await using var app = await Shift.BeginAsync();
        await app.Get<JobControl>().PauseAsync(Shift.Administrator, "Purge", "thử", CancellationToken.None);

        await app.RunAsync("Purge");

        Assert.True((await app.LineAsync("Purge")).IsPaused);
        await using var db = await app.OpenAsync();
        Assert.Equal(["job.paused", "job.run"], await db.AuditRecords.Where(r => r.Actor == "lan").OrderBy(r => r.Number).Select(r => r.Action).ToListAsync());
    }

    [Theory]
    [InlineData(Role.Commander, null)]
    [InlineData(Role.Chief, 1)]
    [InlineData(Role.Analyst, null)]
    [InlineData(Role.Administrator, 1)]
    public async Task Nobody_but_an_administrator_of_the_whole_tree_acts(Role role, int? unit)
    {
        await using var app = await Shift.BeginAsync();
        var (control, asker) = (app.Get<JobControl>(), new Asker(role, unit, 2, "binh"));

        Assert.False(await control.RunNowAsync(asker, "Purge", CancellationToken.None));
        Assert.False(await control.PauseAsync(asker, "Purge", "thử", CancellationToken.None));
        Assert.False(await control.ResumeAsync(asker, "Purge", CancellationToken.None));
        await using (await Gate.BeforeAsync(app, "VerifySums"))
            Assert.False(await control.StopAsync(asker, "VerifySums", CancellationToken.None));
        await app.UntilAsync("VerifySums", line => line.Runs?.LastResult == JobRunResult.Succeeded);

        Assert.False((await app.LineAsync("Purge")).IsPaused);
        Assert.Empty(await app.RunsAsync("Purge"));
        await using var db = await app.OpenAsync();
        Assert.False(await db.AuditRecords.AnyAsync(r => r.Actor == "binh"));
    }

    [Fact]
    public async Task A_running_job_is_stopped_and_the_history_and_the_audit_say_so()
    {
        await using var app = await Shift.BeginAsync();
        var control = app.Get<JobControl>();
        Assert.False(await control.StopAsync(Shift.Administrator, "VerifySums", CancellationToken.None));

        await using (await Gate.BeforeAsync(app, "VerifySums"))
            Assert.True(await control.StopAsync(Shift.Administrator, "VerifySums", CancellationToken.None));

        var line = await app.UntilAsync("VerifySums", l => l.Runs?.RunCount > 0 && l.RunsOn is null);
        Assert.Equal((JobRunResult.Cancelled, 0, null), (line.Runs?.LastResult, line.Attempt, line.Trouble));
        Assert.Contains("Quản trị viên đã dừng giữa chừng", await (await app.SignInAsync()).ReadAsync("/jobs/VerifySums"), StringComparison.Ordinal);
        await using var db = await app.OpenAsync();
        Assert.Equal(["job.run", "job.stopped"], await db.AuditRecords.Where(r => r.Actor == "lan").OrderBy(r => r.Number).Select(r => r.Action).ToListAsync());
    }

    [Fact]
    public async Task A_pause_without_a_reason_and_a_job_that_is_none_are_refused()
    {
        await using var app = await Shift.BeginAsync();

        Assert.False(await app.Get<JobControl>().PauseAsync(Shift.Administrator, "Purge", "  ", CancellationToken.None));
        Assert.False(await app.Get<JobControl>().PauseAsync(Shift.Administrator, "Purge", new string('x', JobControl.ReasonLetters + 1), CancellationToken.None));
        Assert.False(await app.Get<JobControl>().RunNowAsync(Shift.Administrator, "Format", CancellationToken.None));
        Assert.False((await app.LineAsync("Purge")).IsPaused);
    }
}
