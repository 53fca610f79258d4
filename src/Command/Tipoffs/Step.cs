using Command.Data;

namespace Command.Tipoffs;

/// <summary>What somebody wants to do with a tip-off.</summary>
public sealed record Step(StepKind Kind, string? Why = null)
{
    /// <summary>Of an assessment.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Number of the original, of an assessment as a duplicate.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Who gets a copy.</summary>
    public int? RecipientUnitId { get; init; }

    /// <summary>What came of it, each with its count.</summary>
    public IReadOnlyDictionary<Outcome, int> Outcomes { get; init; } = new Dictionary<Outcome, int>();

    public static readonly Step Take = new(StepKind.Take);

    public static Step Assess(Verdict verdict, string? why, string? duplicateOf = null) =>
        new(StepKind.Assess, why) { Verdict = verdict, DuplicateOf = duplicateOf };

    public static Step Forward(int unitId, string? why) => new(StepKind.Forward, why) { RecipientUnitId = unitId };

    public static Step Confirm(string? why = null) => new(StepKind.Confirm, why);

    public static Step Return(string? why) => new(StepKind.Return, why);

    public static Step Close(params IReadOnlyList<Outcome> outcomes) => new(StepKind.Close) { Outcomes = outcomes.ToDictionary(o => o, _ => 1) };
}
