namespace Command.Reviews;

/// <summary>
/// One metric of one unit and range about which several say different things: documents, what was collected, the units
/// below. All of them stand side by side; nothing is added across and nothing is split.
/// </summary>
/// <param name="Metric">Its name.</param>
/// <param name="Claims">What is said, the declared figure that holds first.</param>
/// <param name="Differences">Of two claims each; never empty.</param>
public sealed record Contradiction(string Metric, IReadOnlyList<Claim> Claims, IReadOnlyList<Difference> Differences);

/// <summary>Two claims that differ, and what can be computed of why.</summary>
/// <param name="Amount">Right less left.</param>
/// <param name="IsWithinPrecision">The words "about", "more than", "nearly" leave room for both.</param>
/// <param name="Explanations">Never empty: where nothing can be computed it says so.</param>
public sealed record Difference(Claim Left, Claim Right, double Amount, bool IsWithinPrecision, IReadOnlyList<Explanation> Explanations);
