using System.Text.RegularExpressions;

namespace Command.People;

/// <summary>
/// The forms of lines that tell their facts as text: what is in the chain stays as it was written. A group of an
/// expression bears the name of the fact that it finds. Pure.
/// </summary>
public static partial class AuditTextForms
{
    /// <summary>By how the act's name begins; the first that fits says it.</summary>
    private static readonly (string Action, Regex Form)[] forms =
    [
        ("tipoff.attachment", FileName()),
        ("tipoff.attach", Files()),
        ("tipoff.", Conversation()),
        ("tipoff.", Tipoff()),
        ("message.", Conversation()),
        ("message.closed", CloseReason()),
        ("message.rechecked", Agreed()),
        ("message.classified", MessageKinds()),
        ("words.", Conversation()),
        ("resident.", Conversation()),
        ("rules.", Version()),
        ("deadline.", Deadline()),
        ("deadline.", DeadlineKind()),
        ("holiday.", Holidays()),
        ("officer.", Officer()),
        ("target.", EveryUnit()),
        ("target.", ReplyTargets()),
        ("target.", LeaderboardTarget()),
        ("target.", Value()),
        ("target.", UnitKey()),
        ("officer.", UnitKey()),
        ("alert.acknowledged", Alert()),
        ("alert.acknowledged", AlertCause()),
        ("alert.rule.", AlertKind()),
        ("world.", Rows()),
        ("key.made", Scope()),
        ("wall.paired", Scope()),
        ("period.", Period()),
        ("annotation.", Annotation()),
        ("annotation.", Days()),
        ("comparison.", FileEnding()),
        ("job.", Job()),
        ("leaderboard.", SealedBoard()),
        ("leaderboard.", Leaderboard()),
        ("appeal.noted", AppealSubject()),
        ("appeal.answered", Appeal()),
        ("weights.", WeightsVersion()),
        ("weights.", Weights()),
        ("review.", ReviewPart()),
        ("review.frozen", Digest()),
        ("review.made", ReviewDays()),
        ("review.downloaded", Download()),
    ];

    /// <returns>Null: the text is a name, a number or somebody's words.</returns>
    public static IReadOnlyList<(AuditFact Fact, string Value)>? Read(string action, string text)
    {
        foreach (var (begins, form) in forms)
        {
            if (!action.StartsWith(begins, StringComparison.Ordinal) || form.Match(text) is not { Success: true } match)
                continue;
            return
            [
                .. match.Groups.Values
                    .SelectMany(g => g.Captures.Select(c => (c.Index, Fact: AuditFacts.Find(g.Name), c.Value)))
                    .Where(found => found.Fact is not null)
                    .OrderBy(found => found.Index)
                    .Select(found => (found.Fact!.Value, found.Value)),
            ];
        }

        return null;
    }

    [GeneratedRegex(@"^(?<File>\S+\.\w{2,4})$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(?:\w+/(?<FileType>[\w.+-]+), (?<Bytes>\d+) bytes(?:; )?)+$")]
    private static partial Regex Files();

    [GeneratedRegex(@"^conversation (?<Conversation>\d+)$")]
    private static partial Regex Conversation();

    [GeneratedRegex(@"^(?<State>[A-Z]\w+)(?: (?<Verdict>\w+))?, version (?<Version>\d+)$")]
    private static partial Regex Tipoff();

    [GeneratedRegex(@"^(?<CloseReason>[A-Z]\w+)$")]
    private static partial Regex CloseReason();

    [GeneratedRegex(@"^(?<Agreed>agreed|not agreed)$")]
    private static partial Regex Agreed();

    [GeneratedRegex(@"^(?:(?<MessageKind>[A-Z]\w+) ?)+$")]
    private static partial Regex MessageKinds();

    [GeneratedRegex(@"^version (?<Version>\d+)$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^(?<Amount>\d+) (?<Measure>[A-Z]\w+) from (?<From>[\d-]{10})$")]
    private static partial Regex Deadline();

    [GeneratedRegex(@"^(?<Deadline>[A-Z]\w+)$")]
    private static partial Regex DeadlineKind();

    [GeneratedRegex(@"^(?:(?<Day>[\d-]{10}) (?<IsWorked>worked|off) \([^)]*\)(?:; )?)+$")]
    private static partial Regex Holidays();

    [GeneratedRegex(@"^(?:(?<Vacant>nobody)|(?<Officer>.+)) from (?<From>[\d-]{10})$")]
    private static partial Regex Officer();

    [GeneratedRegex(@"^(?<Unit>every unit)$")]
    private static partial Regex EveryUnit();

    [GeneratedRegex(@"^(?:(?<MessageKind>every kind|\w+): (?<Minutes>\d+) min (?<TargetMeasure>\w+), (?<From>[\d-]{10})\.\.(?<To>[\d-]{10})?(?:; )?)+$")]
    private static partial Regex ReplyTargets();

    [GeneratedRegex(@"^(?<Unit>\S+) (?<Period>\S+) (?<Metric>\w+)$")]
    private static partial Regex LeaderboardTarget();

    [GeneratedRegex(@"^(?<Value>\d+(?:\.\d+)?)$")]
    private static partial Regex Value();

    [GeneratedRegex(@"^(?<Unit>\S+)$")]
    private static partial Regex UnitKey();

    [GeneratedRegex(@"^alert (?<Alert>\d+)$")]
    private static partial Regex Alert();

    [GeneratedRegex(@"^(?<AlertKind>urgentTipoff|overdue|silentPage|spike|drift|job)\w*:\S*$")]
    private static partial Regex AlertCause();

    [GeneratedRegex(@"^(?<AlertKind>[A-Z]\w+)$")]
    private static partial Regex AlertKind();

    [GeneratedRegex(@"^(?<Rows>\d+) rows$")]
    private static partial Regex Rows();

    [GeneratedRegex(@"^(?<UnitId>\d+|\*)$")]
    private static partial Regex Scope();

    [GeneratedRegex(@"^(?<DisplayName>.+), (?<From>[\d-]{10})\.\.(?<To>[\d-]{10})$")]
    private static partial Regex Period();

    [GeneratedRegex(@"^(?<Annotation>[A-Z]\w+) (?<UnitId>\d+|\*): (?<Note>.+)$", RegexOptions.Singleline)]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^(?<From>[\d-]{10})(?:\.\.(?<To>[\d-]{10}))?$")]
    private static partial Regex Days();

    [GeneratedRegex(@"^(?<FileType>csv|xlsx)$")]
    private static partial Regex FileEnding();

    [GeneratedRegex(@"^(?<Job>[A-Z][A-Za-z]+)$")]
    private static partial Regex Job();

    [GeneratedRegex(@"^(?<Digest>[0-9a-f]{64}), open: (?<Open>\d+)$")]
    private static partial Regex SealedBoard();

    [GeneratedRegex(@"^(?<PeerGroup>.+) (?<Period>\S+) (?<Metric>\w+)$")]
    private static partial Regex Leaderboard();

    [GeneratedRegex(@"^(?<PeerGroup>.+) (?<Period>\S+) (?<Metric>[a-z_0-9]+) (?<Unit>\S+)$")]
    private static partial Regex AppealSubject();

    [GeneratedRegex(@"^(?<Appeal>\d+)$")]
    private static partial Regex Appeal();

    [GeneratedRegex(@"^(?<Version>\d+)$")]
    private static partial Regex WeightsVersion();

    [GeneratedRegex(@"^(?:(?<Weight>[a-z_0-9]+ [\d.]+ % / [\d.]+)(?:, )?)+(?:: (?<Note>.+))?$", RegexOptions.Singleline)]
    private static partial Regex Weights();

    [GeneratedRegex(@"^(?<Review>\d+)(?: (?<Part>\w+))?$")]
    private static partial Regex ReviewPart();

    [GeneratedRegex(@"^(?<Digest>[0-9a-f]{64})$")]
    private static partial Regex Digest();

    [GeneratedRegex(@"^(?<Unit>\S+) (?<Period>\S+): (?<DisplayName>.+)$")]
    private static partial Regex ReviewDays();

    [GeneratedRegex(@"^(?<FileType>pptx|xlsx)(?: (?<Language>\w\w))?(?:, annex of (?<Rows>\d+) rows)?$")]
    private static partial Regex Download();
}
