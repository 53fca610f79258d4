namespace Command.Ranking;

/// <summary>What is known of a unit's true value, once its own cases and those of its group are weighed together.</summary>
public abstract record Posterior
{
    /// <summary>The shrunken score.</summary>
    public abstract double Mean { get; }

    public abstract double Variance { get; }

    /// <summary>Third moment about the mean: which side the long tail is on.</summary>
    public abstract double ThirdMoment { get; }

    /// <summary>Fills in equally likely values, ascending: the middles of so many slices of the distribution.</summary>
    public abstract void Slice(Span<double> values);
}

/// <summary>Of a share, 0 to 1: Beta(α, β).</summary>
public sealed record BetaPosterior(double Alpha, double Beta) : Posterior
{
    public override double Mean => Alpha / (Alpha + Beta);

    public override double Variance => Mean * (1 - Mean) / (Alpha + Beta + 1);

    public override double ThirdMoment => Variance * 2 * (Beta - Alpha) / ((Alpha + Beta) * (Alpha + Beta + 2));

    /// <summary>On the line of log-odds, where the density is smooth and both of its tails are light.</summary>
    public override void Slice(Span<double> values) => Slices.Fill(
        odds => Alpha * odds - (Alpha + Beta) * Math.Log(1 + Math.Exp(odds)),
        odds => 1 / (1 + Math.Exp(-odds)),
        Math.Log(Alpha / Beta),
        Math.Sqrt(1 / Alpha + 1 / Beta),
        values);
}

/// <summary>Of a rate, in cases per unit of exposure: Gamma(shape, rate).</summary>
public sealed record GammaPosterior(double Shape, double Rate) : Posterior
{
    public override double Mean => Shape / Rate;

    public override double Variance => Mean / Rate;

    public override double ThirdMoment => 2 * Variance / Rate;

    public override void Slice(Span<double> values) => Slices.Fill(
        log => Shape * log - Math.Exp(log),
        log => Math.Exp(log) / Rate,
        Math.Log(Shape),
        Math.Sqrt(1 / Shape),
        values);
}
