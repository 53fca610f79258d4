namespace Command.Ranking;

/// <summary>Draws from Gamma(shape, 1) by rejection: Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26:363.</summary>
internal static class GammaDraw
{
    /// <param name="shape">Above 0.</param>
    public static double Of(double shape, Random chance)
    {
        // Below 1 the method does not hold: a draw of shape + 1, brought down.
        if (shape < 1)
            return Of(shape + 1, chance) * Math.Pow(1 - chance.NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(chance);
            var v = 1 + c * x;
            if (v <= 0)
                continue;
            v *= v * v;
            var u = 1 - chance.NextDouble();
            if (u < 1 - 0.0331 * x * x * x * x || Math.Log(u) < x * x / 2 + d * (1 - v + Math.Log(v)))
                return d * v;
        }
    }

    /// <summary>Marsaglia's polar method; the second of the pair is let go.</summary>
    private static double Normal(Random chance)
    {
        while (true)
        {
            var x = 2 * chance.NextDouble() - 1;
            var y = 2 * chance.NextDouble() - 1;
            var s = x * x + y * y;
            if (s is > 0 and < 1)
                return x * Math.Sqrt(-2 * Math.Log(s) / s);
        }
    }
}
