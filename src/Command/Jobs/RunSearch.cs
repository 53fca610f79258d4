using Command.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Command.Jobs;

/// <param name="Text">As typed; stands in what a run said or logged, whatever its case.</param>
/// <param name="InDrift">It stands in the text that readers see for <see cref="JobFailedException.Drift"/>, which is stored by its name alone.</param>
/// <param name="InUnexpected">It stands in what readers see before every other message.</param>
public sealed record RunWord(string Text, bool InDrift, bool InUnexpected);

/// <summary>Finds runs by words and counts them by days: Quartz' own query knows neither, so its table of runs is asked, read only.</summary>
public sealed class RunSearch(IDbContextFactory<CommandDb> databases)
{
    private const string Drift = JobFailedException.Drift + "%";

    /// <returns>The runs' ids, newest first; one more than asked for where there are more.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(RunFilter filter, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var runs = Runs(db);
        if (filter.Job is { Name: var job })
            runs = runs.Where(r => r.Job == job);
        if (filter.FailedOnly || filter.FailedForGood)
            runs = runs.Where(r => r.Result == (int)JobRunResult.Failed);
        if (filter.FailedForGood)
            runs = runs.Where(r => !r.IsTriedAgain);
        if (filter.From?.UtcTicks is { } from)
            runs = runs.Where(r => r.Fired >= from);
        if (filter.Until?.UtcTicks is { } until)
            runs = runs.Where(r => r.Fired < until);
        foreach (var word in filter.Words)
        {
            var pattern = $"%{Plain(word.Text)}%";
            var (inDrift, inUnexpected) = (word.InDrift, word.InUnexpected);
            runs = runs.Where(r =>
                EF.Functions.Like(r.Message!, pattern, @"\")
                || EF.Functions.Like(r.Log!, pattern, @"\")
                || (inDrift && EF.Functions.Like(r.Message!, Drift))
                || (inUnexpected && r.Message != null && r.Message != "" && !EF.Functions.Like(r.Message, Drift)));
        }

        return await runs.OrderByDescending(r => r.Fired).ThenByDescending(r => r.Id).Skip(filter.Skip).Take(filter.Take + 1).Select(r => r.Id).ToListAsync(cancellation);
    }

    /// <returns>Oldest first; a day without a run has no entry.</returns>
    public async Task<IReadOnlyList<RunDay>> CountAsync(DateTimeOffset from, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (first, ahead) = (from.UtcTicks, LocalTime.Zone.GetUtcOffset(from).Ticks);
        var counted = await Runs(db).Where(r => r.Fired >= first)
            .GroupBy(r => new { Day = (r.Fired + ahead) / TimeSpan.TicksPerDay, r.Result })
            .Select(g => new { g.Key.Day, g.Key.Result, Count = g.Count() })
            .ToListAsync(cancellation);
        return
        [
            .. counted.GroupBy(c => c.Day).OrderBy(d => d.Key).Select(day => new RunDay(
                DateOnly.FromDayNumber((int)day.Key),
                day.Where(c => c.Result is (int)JobRunResult.Succeeded or (int)JobRunResult.Skipped).Sum(c => c.Count),
                day.Where(c => c.Result is (int)JobRunResult.Failed).Sum(c => c.Count))),
        ];
    }

    private static IQueryable<StoredRun> Runs(CommandDb db) => db.Database.SqlQuery<StoredRun>(
        $"SELECT ENTRY_ID AS Id, JOB_NAME AS Job, FIRED_TIME AS Fired, RESULT AS Result, RETRY_SCHEDULED AS IsTriedAgain, ERROR_MESSAGE AS Message, EXECUTION_LOG AS Log FROM QRTZ_EXECUTION_HISTORY WHERE SCHED_NAME = {JobsRegistration.Scheduler}");

    /// <summary>What LIKE would take for a pattern stands for itself.</summary>
    private static string Plain(string word) => string.Concat(word.Select(c => c is '%' or '_' or '[' or '\\' ? $@"\{c}" : c.ToString()));

    private sealed record StoredRun(string Id, string Job, long Fired, int? Result, bool IsTriedAgain, string? Message, string? Log);
}
