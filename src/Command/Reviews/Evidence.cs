namespace Command.Reviews;

/// <summary>How firm the figures of a unit and range are: where sources disagree, and what is missing.</summary>
public sealed record Evidence(IReadOnlyList<Contradiction> Contradictions, IReadOnlyList<DataGap> Gaps)
{
    public static readonly Evidence None = new([], []);
}
