using Command.Boards.Shell;
using Command.Data;
using Command.Messages;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Queue;

/// <summary>What the screens of messages say of kinds, clocks, acts and refusals.</summary>
public sealed class DeskPhrases(IStringLocalizer<Texts> texts, Figures figures)
{
    /// <summary>What a person can decide, in the order of the keys 1, 2, 3, ….</summary>
    public static readonly IReadOnlyList<MessageKind> Kinds =
        [MessageKind.TipOff, MessageKind.Procedure, MessageKind.Criticism, MessageKind.Praise, MessageKind.Other];

    public string Kind(MessageKind kind) => texts[$"kind.{kind}"];

    public string Reason(CloseReason reason) => texts[$"close.{reason}"];

    public string Test(RuleTest test) => texts[$"rule.{test}"];

    public string Attachment(Attachments type) => texts[$"attached.{type}"];

    public string Fault(RuleFault fault) => texts[$"rulefault.{fault}"];

    /// <summary>"còn 3 giờ 20" or "quá hạn 2 ngày".</summary>
    public string Clock(QueueLine line, DateTimeOffset now) => now < line.DueAt
        ? texts["queue.left", figures.Duration((line.DueAt - now).TotalSeconds)]
        : texts["queue.over", figures.Duration((now - line.DueAt).TotalSeconds)];

    /// <summary>Who should see to it.</summary>
    public string Whose(QueueLine line) => (line.HandlerName, line.Stage) switch
    {
        ({ } name, _) => name,
        (null, Stage.Officer) => texts["queue.officer", line.OfficerName ?? ""],
        (null, Stage.Chief) => texts["queue.chief"],
        _ => texts["queue.nobody"],
    };

    /// <summary>What did not happen, and what to do.</summary>
    public string Refused(DeskRefusal refusal) => refusal is { Fault: DeskFault.SomebodyWasFirst, FirstBy: { } by, FirstAt: { } at }
        ? texts["refusal.SomebodyWasFirst", by, texts[$"act.{refusal.FirstAct}"], figures.Clock(at)]
        : texts[refusal.Fault == DeskFault.SomebodyWasFirst ? "refusal.Changed" : $"refusal.{refusal.Fault}"];
}
