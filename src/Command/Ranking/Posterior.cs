namespace Command.Ranking;

/// <summary>What is known of a unit's true value, once its own cases and those of its group are weighed together.</summary>
public abstract record Posterior
{
    /// <summary>The shrunken score.</summary>
    public abstract double Mean { get; }

    public abstract double Draw(Random chance);
}

/// <summary>Of a share, 0 to 1: Beta(α, β).</summary>
public sealed record BetaPosterior(double Alpha, double Beta) : Posterior
{
    public override double Mean => Alpha / (Alpha + Beta);

    public override double Draw(Random chance)
    {
        var good = GammaDraw.Of(Alpha, chance);
        return good / (good + GammaDraw.Of(Beta, chance));
    }
}

/// <summary>Of a rate, in cases per unit of exposure: Gamma(shape, rate).</summary>
public sealed record GammaPosterior(double Shape, double Rate) : Posterior
{
    public override double Mean => Shape / Rate;

    public override double Draw(Random chance) => GammaDraw.Of(Shape, chance) / Rate;
}
