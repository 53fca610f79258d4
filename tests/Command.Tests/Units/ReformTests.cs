using Command.Data;
using Command.Units;

namespace Command.Tests.Units;

/// <summary>The reform of 2025-07-01 as it was: ten thousand communes into three thousand, some of them divided.</summary>
public sealed class ReformTests
{
    private static readonly DateOnly reform = new(2025, 7, 1);
    private static readonly DateOnly before = new(2025, 6, 1);
    private static readonly DateOnly after = new(2025, 12, 31);

    [ReformFact]
    public void With_the_shares_that_are_known_sums_over_old_and_new_units_are_the_same_and_what_was_divided_stays()
    {
        var pairs = Pairs();
        var ids = Ids(pairs);
        var successions = pairs.Select(p => Passing(p, p.Divided ? null : 1, ids));
        var (counted, stayed, total) = Restate(Restatement.Of(successions), pairs, ids);

        var divided = pairs.Where(p => p.Divided).Select(p => p.Old).ToHashSet();
        Assert.NotEmpty(divided);
        Assert.Equal(total, counted.Values.Sum() + stayed.Values.Sum());
        Assert.Equal(divided.Order(), stayed.Keys.Order());
        Assert.Empty(counted.Keys.Except(pairs.Select(p => ids[p.New])));
    }

    [ReformFact]
    public void With_all_shares_given_nothing_stays_and_nothing_is_lost()
    {
        var pairs = Pairs();
        var ids = Ids(pairs);
        var draw = new Draw(2025);
        var successions = pairs.GroupBy(p => p.Old).SelectMany(parts =>
        {
            var weights = parts.Select(_ => 0.1 + draw.Share()).ToList();
            return parts.Select((p, i) => Passing(p, weights[i] / weights.Sum(), ids));
        });
        var (counted, stayed, total) = Restate(Restatement.Of(successions), pairs, ids);

        Assert.Empty(stayed);
        Assert.Equal(total, counted.Values.Sum(), 4);
        Assert.Equal(pairs.Select(p => p.New).Distinct().Count(), counted.Count);
    }

    private static (Dictionary<int, double> Counted, Dictionary<string, double> Stayed, double Total) Restate(
        Restatement restatement, IReadOnlyList<Pair> pairs, Dictionary<string, int> ids)
    {
        var draw = new Draw(7);
        var counted = new Dictionary<int, double>();
        var stayed = new Dictionary<string, double>();
        double total = 0;
        foreach (var old in pairs.Select(p => p.Old).Distinct())
        {
            var value = 1 + draw.Below(1000);
            total += value;
            foreach (var portion in restatement.Portions(ids[old], before, after))
            {
                if (portion.Kind == PortionKind.Stayed)
                    stayed[old] = stayed.GetValueOrDefault(old) + value * portion.Share;
                else
                    counted[portion.UnitId] = counted.GetValueOrDefault(portion.UnitId) + value * portion.Share;
            }
        }

        return (counted, stayed, total);
    }

    private static Succession Passing(Pair pair, double? share, Dictionary<string, int> ids) =>
        new() { FromUnitId = ids[pair.Old], ToUnitId = ids[pair.New], On = reform, Share = share };

    private static Dictionary<string, int> Ids(IReadOnlyList<Pair> pairs) =>
        pairs.Select(p => p.Old).Concat(pairs.Select(p => p.New)).Distinct().Select((name, i) => (name, i)).ToDictionary(u => u.name, u => u.i + 1);

    /// <summary>Some old codes are empty in the source; there the name with its district and province tells a commune apart.</summary>
    private static List<Pair> Pairs() =>
    [
        .. File.ReadLines(Path.Combine(ReformFactAttribute.Folder!, "successions-2025.csv")).Skip(1).Select(line => line.Split(','))
            .Select(f => new Pair(f[0].Length > 0 ? "old " + f[0] : $"old {f[1]}/{f[2]}/{f[3]}", "new " + f[4], f[7] == "True")).Distinct(),
    ];

    private sealed record Pair(string Old, string New, bool Divided);
}
