using Command.Data;

namespace Command.Messages;

/// <summary>Why a rule cannot be used. Shown: the names are the contract with the screen's texts.</summary>
public enum RuleFault
{
    /// <summary>It has no text, or none with a letter or digit.</summary>
    Empty,
    TooLong,
    TooMany,
    UnknownType,

    /// <summary>It proposes nothing that a message can be.</summary>
    UnknownKind,
}

/// <summary>The texts of a rule, one to a line, and what is wrong with them.</summary>
public static class RuleTexts
{
    public const int LongestText = 100;

    /// <summary>Of one version: every message is looked up among them.</summary>
    private const int MostTexts = 5_000;

    private const int MostRules = 200;

    public static IReadOnlyList<string> Lines(string texts) => texts.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What keeps the rules from becoming a version, by position; a fault of all of them stands at 0.</summary>
    public static IReadOnlyList<(int Position, RuleFault Fault)> Faults(IReadOnlyList<MessageRule> rules)
    {
        if (rules.Count > MostRules || rules.Sum(r => r.Texts.Length / 2) > MostTexts * LongestText || rules.Sum(r => Lines(r.Texts).Count) > MostTexts)
            return [(0, RuleFault.TooMany)];
        return [.. rules.Select(r => (r.Position, Fault: FaultOf(r))).Where(r => r.Fault is not null).Select(r => (r.Position, r.Fault!.Value))];
    }

    private static RuleFault? FaultOf(MessageRule rule)
    {
        if (!Enum.IsDefined(rule.Test) || !Enum.IsDefined(rule.Kind) || rule.Kind == MessageKind.Unclassified)
            return RuleFault.UnknownKind;
        if (rule.Test == RuleTest.Location)
            return null;
        var lines = Lines(rule.Texts);
        if (lines.Any(line => line.Length > LongestText))
            return RuleFault.TooLong;
        if (rule.Test == RuleTest.Attachment && lines.Any(line => !Enum.GetNames<Attachments>().Skip(1).Contains(line, StringComparer.OrdinalIgnoreCase)))
            return RuleFault.UnknownType;
        return lines.Count == 0 || (rule.Test == RuleTest.Words && lines.Any(line => new FoldedText(line).Count == 0)) ? RuleFault.Empty : null;
    }
}
