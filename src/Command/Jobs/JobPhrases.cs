using Command.Boards;
using Command.Boards.Shell;
using Microsoft.Extensions.Localization;
using Quartz;

namespace Command.Jobs;

/// <summary>What the pages of jobs say of them.</summary>
public sealed class JobPhrases(IStringLocalizer<Texts> texts, Figures figures, CronWords cron)
{
    /// <summary>More of them nobody types.</summary>
    private const int MostWords = 8;

    public string Name(string job) => texts[$"job.{job}"];

    public string What(string job) => texts[$"job.{job}.what"];

    public string When(Job job) => cron.Of(job.Cron);

    public string Result(JobRunResult result) => texts[$"jobs.result.{result}"];

    public string Duration(TimeSpan took) => took.TotalSeconds < 1
        ? texts["jobs.milliseconds", figures.Count(took.TotalMilliseconds)]
        : figures.Duration(took.TotalSeconds);

    /// <summary>"Đối chiếu số tổng hợp: thất bại; lần thành công gần nhất 02:30".</summary>
    public string Trouble(JobTrouble trouble, DateTimeOffset now) =>
        texts[$"jobs.trouble.{trouble.Kind}", Name(trouble.Job.Name), trouble.LastSuccess is { } at ? figures.Moment(at, now) : texts["jobs.never"]];

    /// <summary>What a run that failed or was stopped said; what was thrown unexpectedly stands in the words of whatever threw it.</summary>
    public string? Said(ExecutionHistoryEntry run) => run switch
    {
        { EffectiveResult: JobRunResult.Cancelled } => texts["job.stopped"].Value,
        { ExceptionMessage: { Length: > 0 } message } => JobFailedException.Read(message) is { } failure
            ? texts[failure.Text, [.. failure.Numbers.Select(n => figures.Count(n))]].Value
            : texts["job.failed.Unexpected", message].Value,
        _ => null,
    };

    /// <summary>What was typed, word by word; a failure that is stored by the name of its text is found by what its reader reads.</summary>
    public IReadOnlyList<RunWord> Words(string? typed) =>
    [
        .. (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)
            .Select(w => new RunWord(w, NameSearch.Matches(texts[JobFailedException.Drift], w), NameSearch.Matches(texts["job.failed.Unexpected"], w))),
    ];

    public string Pause(PauseInfo pause, DateTimeOffset now) =>
        texts["jobs.pausedBy", pause.RequestedBy ?? "", figures.Moment(pause.PausedAtUtc, now), pause.Reason ?? ""];

    public string Node(ClusterNodeState state) => texts[$"jobs.node.{state}"];
}
