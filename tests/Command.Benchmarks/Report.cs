using System.Globalization;

namespace Command.Benchmarks;

/// <summary>What was measured, with what is needed beside it.</summary>
internal sealed class Report
{
    private readonly List<(string What, string Needed, string Measured, bool? Reached)> rows = [];

    /// <param name="reached">Null: printed for comparison, nothing is demanded.</param>
    public void Add(string what, string needed, string measured, bool? reached)
    {
        rows.Add((what, needed, measured, reached));
        Console.WriteLine($"{what}: {measured}{(reached is null ? "" : $" (needed {needed}: {Verdict(reached)})")}");
    }

    public void Print()
    {
        var whatWidth = rows.Max(r => r.What.Length);
        var neededWidth = rows.Max(r => r.Needed.Length);
        var measuredWidth = rows.Max(r => r.Measured.Length);
        Console.WriteLine();
        foreach (var row in rows.Prepend(("what", "needed", "measured", null)))
            Console.WriteLine($"| {row.What.PadRight(whatWidth)} | {row.Needed.PadRight(neededWidth)} | {row.Measured.PadRight(measuredWidth)} | {Verdict(row.Reached)}");
    }

    public static string Number(double value, int decimals = 0) => value.ToString("N" + decimals, CultureInfo.InvariantCulture);

    public static double Median(IEnumerable<double> values) => Quantile([.. values], 0.5);

    /// <summary>The smallest value that at least this share does not exceed.</summary>
    public static double Quantile(List<double> values, double share)
    {
        values.Sort();
        return values[Math.Max(0, (int)Math.Ceiling(values.Count * share) - 1)];
    }

    private static string Verdict(bool? reached) => reached switch
    {
        true => "reached",
        false => "FALLS SHORT",
        null => "",
    };
}
