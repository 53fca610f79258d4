namespace Command.Ranking;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>P(Z ≤ z), by Abramowitz and Stegun 7.1.26 on erf: absolute error under 1.5e-7.</summary>
    public static double Cumulative(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + 0.3275911 * x);
        var poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        var erf = 1 - poly * Math.Exp(-x * x);
        return z >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
    }

    /// <summary>The z with P(Z ≤ z) = p, found by halving between ±8; p outside (0, 1) gives ±8.</summary>
    public static double Quantile(double p)
    {
        double low = -8, high = 8;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (Cumulative(middle) < p)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }
}
