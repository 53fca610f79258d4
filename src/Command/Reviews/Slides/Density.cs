namespace Command.Reviews.Slides;

/// <summary>How tightly a slide is set: one step for all of its blocks, so that type of one kind has one size on a slide.</summary>
/// <param name="Chart">The least height of a chart, points.</param>
internal sealed record Density(double Prose, double Table, double TablePadding, double Figure, double FigureText, double Chart)
{
    /// <summary>From roomy to tight. Below these sizes a room no longer reads, so a slide is split instead.</summary>
    public static readonly Density[] Steps =
    [
        new(22, 16, 7, 54, 15, 210),
        new(18, 14, 5, 40, 13, 190),
        new(16, 12, 4, 36, 12, 170),
        new(14, 11, 3.5, 32, 11, 150),
        new(12, 10, 2.5, 28, 10, 130),
    ];

    /// <summary>What slides that go on into each other are set in.</summary>
    public static readonly Density[] Split = Steps[2..];

    public static readonly Density Tightest = Steps[^1];
}
