using System.Globalization;
using Command.Boards.Shell;
using Command.Data;
using Command.Tipoffs;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Tipoffs;

/// <summary>Tip-offs in the reader's language.</summary>
public sealed class TipoffPhrases(IStringLocalizer<Texts> texts, Figures figures)
{
    public string Name(TipoffState state) => texts[$"tipoff.state.{state}"];

    public string Name(Verdict verdict) => texts[$"tipoff.verdict.{verdict}"];

    public string Name(TipoffCategory category) => texts[$"tipoff.category.{category}"];

    public string Name(Urgency urgency) => texts[$"tipoff.urgency.{urgency}"];

    public string Name(TipoffSource source) => texts[$"tipoff.source.{source}"];

    public string Name(Outcome outcome) => texts[$"tipoff.outcome.{outcome}"];

    public string Name(TipoffShow show) => texts[$"tipoff.show.{show}"];

    public string Name(TipoffDimension dimension) => texts[$"tipoff.by.{dimension}"];

    /// <summary>How far the copy of a resident's file is.</summary>
    public string Said(TipoffCopy copy, bool isOn, TipoffSettings settings, DateTimeOffset now) => copy switch
    {
        { State: CopyState.Failed, Fault: { } fault } => texts["copy.Failed", texts[$"copy.fault.{fault}", settings.MostAttachmentBytes / (1024 * 1024), settings.MostAttachments].Value],
        { State: CopyState.Waiting } when !isOn => texts["copy.Waiting.off"],
        { State: CopyState.Waiting, Tries: > 0 } => texts["copy.Waiting.again", figures.Moment(copy.NextAt, now)],
        _ => texts[$"copy.{copy.State}"],
    };

    /// <summary>The verb on a button.</summary>
    public string Verb(StepKind kind) => texts[$"tipoff.do.{kind}"];

    /// <summary>What was done, in the trail.</summary>
    public string Done(StepKind kind) => texts[$"tipoff.done.{kind}"];

    public string Why(StepRefusal refusal) => refusal.Code == RefusedFor.ChangedMeanwhile
        ? texts["tipoff.refused.changed_meanwhile", refusal.Who ?? "", refusal.Did is { } did ? Done(did) : ""]
        : texts[$"tipoff.refused.{refusal.Code}"];

    /// <summary>The state, and what it was found to be: "Đã kết luận: có giá trị, chờ xác nhận".</summary>
    public string Standing(TipoffLine line) => line switch
    {
        { Verdict: null } => Name(line.State),
        { AwaitingSince: not null } => texts["tipoff.standing.awaiting", Name(line.Verdict.Value)],
        _ => texts["tipoff.standing", Name(line.State), Name(line.Verdict.Value)],
    };

    /// <summary>24,96 %</summary>
    public string Percent(double ratio) => texts["figure.percent", Two(ratio)];

    /// <summary>22,62–27,45 %</summary>
    public string Between((double Low, double High) range) => texts["figure.percent", $"{Two(range.Low)}–{Two(range.High)}"];

    /// <summary>"còn 3 giờ", "quá hạn 2 ngày"; nothing while the clock stands.</summary>
    public string? Limit(DateTimeOffset? due, DateTimeOffset now)
    {
        if (due is not { } at)
            return null;
        return at < now
            ? texts["tipoff.overdueBy", figures.Duration((now - at).TotalSeconds)].Value
            : texts["tipoff.left", figures.Duration((at - now).TotalSeconds)].Value;
    }

    private static string Two(double ratio) => (100 * ratio).ToString("0.00", CultureInfo.CurrentCulture);
}
