using Command.Jobs;
using Quartz;

namespace Command.Tests.Jobs;

/// <summary>Runs of the past, found by what they said and logged, and drawn by how long they took.</summary>
public sealed class RunSearchTests : IAsyncLifetime
{
    private static readonly DateTimeOffset now = new(2026, 3, 10, 5, 0, 0, TimeSpan.Zero);

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Shift.BeginAsync(null, new HandClock(now));

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_run_is_found_by_any_word_of_its_message_or_its_log_whatever_the_case()
    {
        await RanAsync("Purge", 1, log: "Purge: 12 attachments gone");
        await RanAsync("Purge", 2, failure: "disk 100%_full");
        await RanAsync("VerifySums", 3, failure: "job.failed.Drift 7 30");
        await RanAsync("VerifySums", 4, log: "nothing to tell");

        Assert.Equal([1], await FoundAsync(null, "ATTACHMENTS 12"));
        Assert.Equal([2], await FoundAsync(null, "DISK 100%_"));
        Assert.Equal([2], await FoundAsync(null, "loi ky thuat"));
        Assert.Equal([3], await FoundAsync(null, "khong khop"));
        Assert.Empty(await FoundAsync(null, "attachments disk"));
        Assert.Empty(await FoundAsync(null, "1_0"));
        Assert.Empty(await FoundAsync("VerifySums", "attachments"));
        Assert.Equal([2], await FoundAsync("Purge", "disk"));
    }

    [Fact]
    public async Task A_search_keeps_the_days_the_failures_and_the_pages_of_its_filter()
    {
        for (var hours = 1; hours <= 60; hours++)
            await RanAsync("Purge", hours, failure: hours % 2 == 0 ? "locked" : null, log: "table locked for a moment");
        var book = app.Get<JobBook>();
        var filter = new RunFilter(null) { Words = app.Get<JobPhrases>().Words("locked") };

        var first = await book.RunsAsync(filter, CancellationToken.None);
        var last = await book.RunsAsync(filter with { Skip = 2 * RunFilter.Page }, CancellationToken.None);
        var failed = await book.RunsAsync(filter with { FailedOnly = true, From = now.AddHours(-10), Until = now.AddHours(-2) }, CancellationToken.None);

        Assert.Equal((RunFilter.Page, true), (first.Items.Count, first.HasMore));
        Assert.Equal([.. Enumerable.Range(1, RunFilter.Page)], first.Items.Select(HoursAgo));
        Assert.Equal((10, false), (last.Items.Count, last.HasMore));
        Assert.Equal([4, 6, 8, 10], failed.Items.Select(HoursAgo));
    }

    [Fact]
    public async Task The_pages_say_what_was_found_and_keep_the_words()
    {
        await RanAsync("Purge", 1, log: "Purge: 12 attachments gone");
        await RanAsync("VerifySums", 3, failure: "job.failed.Drift 7 30");
        var administrator = await app.SignInAsync();

        var all = await administrator.ReadAsync("/jobs?words=attachments");
        var one = await administrator.ReadAsync("/jobs/VerifySums?words=attachments");

        Assert.Contains("/jobs/Purge?run=", all, StringComparison.Ordinal);
        Assert.Contains("value=\"attachments\"", all, StringComparison.Ordinal);
        Assert.Contains("Không có lần chạy nào khớp.", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_graph_of_durations_is_of_all_runs_of_thirty_days_and_of_no_other()
    {
        for (var daysAgo = 0; daysAgo <= JobBook.Days; daysAgo++)
        {
            foreach (var seconds in new[] { 1, 2, 3, 4, 101 })
                await RanAsync("Purge", 24 * daysAgo, took: seconds + daysAgo);
        }

        var days = await app.Get<JobBook>().DaysAsync(app.Get<Schedule>().Find("Purge")!, CancellationToken.None);

        Assert.Equal(JobBook.Days, days.Count);
        Assert.Equal((new DateOnly(2026, 2, 9), new DateOnly(2026, 3, 10)), (days[0].Day, days[^1].Day));
        Assert.All(days.Reverse().Index(), d => Assert.Equal((5, 3.0 + d.Index, 81.6 + d.Index), (d.Item.Runs, d.Item.P50.TotalSeconds, Math.Round(d.Item.P95.TotalSeconds, 6))));
    }

    [Fact]
    public async Task Runs_of_all_jobs_are_counted_by_local_day_and_end()
    {
        await RanAsync("Purge", 1);
        await RanAsync("VerifySums", 2, failure: "locked");
        await RanAsync("VerifySums", 12);
        await RanAsync("Purge", 13, failure: "locked");
        await app.RecordAsync("Purge", now.AddHours(-3), JobRunResult.Cancelled);
        await RanAsync("Purge", 24 * JobBook.Days);

        Assert.Equal(
            [new RunDay(new DateOnly(2026, 3, 9), 0, 1), new RunDay(new DateOnly(2026, 3, 10), 2, 1)],
            await app.Get<JobBook>().RunDaysAsync(CancellationToken.None));
    }

    private Task RanAsync(string job, int hoursAgo, string? failure = null, string? log = null, double took = 1) =>
        app.RecordAsync(job, now.AddHours(-hoursAgo), failure is null ? JobRunResult.Succeeded : JobRunResult.Failed, failure, log, took);

    private async Task<IEnumerable<int>> FoundAsync(string? job, string words) =>
        (await app.Get<JobBook>().RunsAsync(new RunFilter(job is null ? null : app.Get<Schedule>().Find(job)) { Words = app.Get<JobPhrases>().Words(words) }, CancellationToken.None)).Items.Select(HoursAgo);

    private static int HoursAgo(ExecutionHistoryEntry run) => (int)(now - run.FiredAtUtc).TotalHours;
}
