using System.Collections.Frozen;
using Command.Data;

namespace Command.Messages;

/// <summary>
/// The rules of one version, ready for thousands of messages a second: of those that fit the first decides. In words
/// case does not matter, and neither do marks that were left out ("trom cap"); a mark that contradicts does ("có bác"
/// is not "cờ bạc").
/// </summary>
public sealed class RuleSet
{
    /// <summary>Longer than any message of the platforms: bounds the work on one that is not honest.</summary>
    private const int MostCharacters = 4_000;

    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> phrases;
    private readonly FrozenDictionary<string, Decider>.AlternateLookup<ReadOnlySpan<char>> buttons;
    private readonly (Attachments Type, Decider Decider)[] attachments;

    private RuleSet(int version, IReadOnlyList<MessageRule> rules)
    {
        Version = version;
        Rules = rules;
        phrases = rules.Where(rule => rule.Test == RuleTest.Words)
            .SelectMany(rule => RuleTexts.Lines(rule.Texts), (rule, text) => new Phrase(new Decider(rule, text), new FoldedText(text)))
            .Where(phrase => phrase.Words.Count > 0)
            .GroupBy(phrase => phrase.Words.Letters(0).ToString())
            .ToFrozenDictionary(group => group.Key, group => group.ToArray())
            .GetAlternateLookup<ReadOnlySpan<char>>();
        buttons = rules.Where(rule => rule.Test == RuleTest.Menu)
            .SelectMany(rule => RuleTexts.Lines(rule.Texts), (rule, text) => new Decider(rule, text))
            .DistinctBy(button => button.Because!.Normalize(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(button => button.Because!.Normalize(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        attachments =
        [
            .. from rule in rules
               where rule.Test is RuleTest.Attachment or RuleTest.Location
               from name in rule.Test == RuleTest.Location ? [nameof(Attachments.Location)] : RuleTexts.Lines(rule.Texts)
               where Enum.TryParse<Attachments>(name, ignoreCase: true, out _)
               select (Enum.Parse<Attachments>(name, ignoreCase: true), new Decider(rule, name)),
        ];
    }

    /// <summary>Those that a new database begins with.</summary>
    public static RuleSet First { get; } = Of(FirstMessageRules.Version.Number, FirstMessageRules.All);

    public int Version { get; }

    /// <summary>In the order in which they decide.</summary>
    public IReadOnlyList<MessageRule> Rules { get; }

    public static RuleSet Of(int version, IEnumerable<MessageRule> rules) => new(version, [.. rules.OrderBy(r => r.Position)]);

    public Proposal Propose(in MessageContent message)
    {
        Decider? best = null;
        if (message.Attachments != Attachments.None)
        {
            foreach (var (type, decider) in attachments)
                best = (message.Attachments & type) != 0 ? decider.Before(best) : best;
        }

        if (!string.IsNullOrEmpty(message.Text))
        {
            best = Button(message.Text)?.Before(best) ?? best;
            best = Words(message.Text, best);
        }

        return best is null ? Proposal.Nothing : new Proposal(best.Rule.Kind, best.Rule.Position, best.Because);
    }

    private Decider? Button(string text)
    {
        var whole = text.AsSpan().Trim();
        if (buttons.Dictionary.Count == 0 || whole.Length is 0 or > RuleTexts.LongestText)
            return null;
        return buttons.TryGetValue(whole.IsNormalized() ? whole : whole.ToString().Normalize(), out var button) ? button : null;
    }

    private Decider? Words(string text, Decider? best)
    {
        var words = new FoldedText(text.Length > MostCharacters ? text[..MostCharacters] : text);
        for (var at = 0; at < words.Count; at++)
        {
            if (!phrases.TryGetValue(words.Letters(at), out var candidates))
                continue;
            foreach (var phrase in candidates)
            {
                if ((best is null || phrase.Decider.Rule.Position < best.Rule.Position) && words.HasAt(at, phrase.Words))
                    best = phrase.Decider;
            }
        }

        return best;
    }

    private sealed record Decider(MessageRule Rule, string? Because)
    {
        public Decider Before(Decider? other) => other is null || Rule.Position < other.Rule.Position ? this : other;
    }

    private sealed record Phrase(Decider Decider, FoldedText Words);
}
