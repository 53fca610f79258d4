using System.Globalization;
using Command.Ranking;
using Command.Ranking.Leaderboards;

namespace Command.Boards.Leaderboards;

/// <summary>Where things stand in a funnel plot, in parts of a hundred of its width and height. Pure.</summary>
public sealed class FunnelDrawing
{
    private const int Steps = 60;
    private readonly Funnel funnel;
    private readonly double widest;
    private readonly double highest;

    public FunnelDrawing(Funnel funnel, IReadOnlyList<LeaderboardRow> rows)
    {
        this.funnel = funnel;
        widest = rows.Max(r => r.Of ?? 0) * 1.05;
        var smallest = rows.Min(r => r.Of ?? 0);
        highest = Math.Min(funnel.Most, 1.08 * Math.Max(rows.Max(r => r.Value ?? 0), funnel.At(Math.Max(smallest, widest / Steps), Funnel.Z95).High));
    }

    public double Widest => widest;

    public double Highest => highest;

    public double MeanY => Y(funnel.Target);

    public double X(double size) => 100 * size / widest;

    public double Y(double value) => 100 * (1 - Math.Clamp(value / highest, 0, 1));

    /// <summary>Both limits as a path; where they leave the plot, or end at none or all, nothing is drawn.</summary>
    public string Limits(double z)
    {
        var sizes = Enumerable.Range(1, Steps).Select(i => widest * i / Steps).ToList();
        return Path(sizes, size => funnel.At(size, z).High) + Path(sizes, size => funnel.At(size, z).Low);
    }

    private string Path(List<double> sizes, Func<double, double> limit) =>
        string.Join('L', sizes.Select(size => (Size: size, Limit: limit(size))).Where(p => p.Limit > 0 && p.Limit < highest).Select(p => $"{Write(X(p.Size))} {Write(Y(p.Limit))}")) is { Length: > 0 } points ? "M" + points : "";

    public static string Write(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
