using Command.Data;

namespace Command.Reviews;

/// <summary>
/// What the words beside a figure leave open. Pure. A document rounds at the last digit that is not zero: "about 4,300,000"
/// is 4,250,000 to 4,350,000, "more than 5,400,000" up to 5,500,000, "nearly 3,400" from 3,300 on.
/// </summary>
public static class ClaimRoom
{
    public static (double Low, double High) Of(double value, Precision precision)
    {
        var digit = LastDigit(value);
        return precision switch
        {
            Precision.About => (value - digit / 2, value + digit / 2),
            Precision.AtLeast => (value, value + digit),
            Precision.AtMost => (value - digit, value),
            _ => (value, value),
        };
    }

    public static bool Overlap(Claim a, Claim b)
    {
        var (left, right) = (Of(a.Value, a.Precision), Of(b.Value, b.Precision));
        return left.Low <= right.High && right.Low <= left.High;
    }

    /// <summary>The worth of the last digit that is not zero; at least 1.</summary>
    private static double LastDigit(double value)
    {
        var digit = 1.0;
        while (value >= digit * 10 && value % (digit * 10) == 0)
            digit *= 10;
        return digit;
    }
}
