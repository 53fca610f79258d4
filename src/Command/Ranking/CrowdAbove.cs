namespace Command.Ranking;

/// <summary>How many units lie above a value: Σp, and Σp² beside it. Read off counted bins, since sorting all slices takes longer than all the rest.</summary>
internal sealed class CrowdAbove
{
    /// <summary>Units that share one differ by some ten-thousandths of the middle half, a hundredth of what is known of each; more would not fit the processor's cache.</summary>
    private const int Bins = 1 << 13;

    private const int Sample = 1_024;

    private readonly double[] means = new double[Bins];
    private readonly double[] squares = new double[Bins];
    private readonly double middle;
    private readonly double width;

    /// <param name="values">Of each unit its slices, ascending, one unit after the other.</param>
    public CrowdAbove(ReadOnlySpan<double> values, int slices)
    {
        // An odd stride falls on other slices each time.
        var stride = (values.Length / Sample) | 1;
        var sample = new double[values.Length / stride];
        for (var i = 0; i < sample.Length; i++)
            sample[i] = values[i * stride];
        Array.Sort(sample);
        middle = sample[sample.Length / 2];
        width = sample[sample.Length * 3 / 4] - sample[sample.Length / 4] is > 0 and var half ? half : 1;

        var counts = new int[Bins];
        var gains = new int[Bins];
        for (var unit = 0; unit < values.Length; unit += slices)
        {
            for (var slice = 0; slice < slices; slice++)
            {
                var bin = BinOf(values[unit + slice]);
                var higher = slices - 1 - slice;
                counts[bin]++;
                gains[bin] += 2 * higher + 1;
            }
        }

        double above = 0, squared = 0;
        for (var bin = Bins - 1; bin >= 0; bin--)
        {
            // What shares the bin lies above by half.
            means[bin] = (above + counts[bin] / 2.0) / slices;
            squares[bin] = (squared + gains[bin] / 2.0) / (slices * slices);
            above += counts[bin];
            squared += gains[bin];
        }
    }

    public (double Mean, double Squares) At(double value)
    {
        var bin = BinOf(value);
        return (means[bin], squares[bin]);
    }

    /// <summary>The whole line drawn together to −1 … 1: however far an outlier lies, the middle keeps its bins.</summary>
    private int BinOf(double value)
    {
        var y = (value - middle) / width;
        return Math.Min(Bins - 1, (int)((1 + y / (1 + Math.Abs(y))) * (Bins / 2)));
    }
}
