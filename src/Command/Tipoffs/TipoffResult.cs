using Command.Data;

namespace Command.Tipoffs;

/// <summary>The tip-off after what was asked, or why it was not done.</summary>
public sealed record TipoffResult(Tipoff? Tipoff, StepRefusal? Refusal)
{
    public static TipoffResult Refused(string code) => new(null, new StepRefusal(code));
}

/// <summary>A tip-off's words as somebody looked at them; null: none were given, or they have expired.</summary>
/// <param name="Files">What came with the messages it was made of, named; the bytes stay with the platform.</param>
public sealed record OpenWords(string? Words, string? Place, IReadOnlyList<SentFile> Files);
