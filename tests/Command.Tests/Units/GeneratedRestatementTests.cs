using Command.Data;
using Command.Units;

namespace Command.Tests.Units;

/// <summary>What holds of every history of mergers and splits, N to M and over several reforms; each seed is another one.</summary>
public sealed class GeneratedRestatementTests
{
    private const int Generations = 4;
    private const int UnitsEach = 12;
    private static readonly DateOnly first = new(2020, 1, 1);
    private static readonly DateOnly order = first.AddYears(Generations);

    public static TheoryData<uint, bool> Histories
    {
        get
        {
            var histories = new TheoryData<uint, bool>();
            for (uint seed = 1; seed <= 40; seed++)
            {
                histories.Add(seed, true);
                histories.Add(seed, false);
            }

            return histories;
        }
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Nothing_is_lost_or_counted_twice_among_units(uint seed, bool allKnown)
    {
        var (restatement, _) = Generate(seed, allKnown);
        var draw = new Draw(seed + 1000);
        foreach (var (unit, day) in Figures())
        {
            var portions = restatement.Portions(unit, day, order);
            Assert.Equal(1, portions.Sum(p => p.Share), 9);
            Assert.All(portions, p => Assert.InRange(p.Share, 0, 1));
            Assert.Distinct(portions.Select(p => (p.UnitId, p.Kind, p.Since)));
            if (allKnown)
                Assert.DoesNotContain(portions, p => p.Kind == PortionKind.Stayed);

            // Sooner or later makes no difference: to an order in between and from there on is the same way.
            var between = day.AddDays(draw.Below(order.DayNumber - day.DayNumber));
            var onward = restatement.Portions(unit, day, between)
                .SelectMany(p => p.Kind == PortionKind.Stayed ? [p] : restatement.Portions(p.UnitId, p.Kind == PortionKind.Own ? day : p.Since, order), (p, q) => (q.UnitId, Share: p.Kind == PortionKind.Stayed ? p.Share : p.Share * q.Share, q.Kind))
                .GroupBy(p => (p.UnitId, p.Kind == PortionKind.Stayed), p => p.Share).ToDictionary(g => g.Key, g => g.Sum());
            foreach (var ending in portions.GroupBy(p => (p.UnitId, p.Kind == PortionKind.Stayed), p => p.Share))
                Assert.Equal(ending.Sum(), onward[ending.Key], 9);
        }
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Sums_over_the_units_of_the_last_order_and_what_stayed_are_the_sums_over_all_that_ever_were(uint seed, bool allKnown)
    {
        var (restatement, tree) = Generate(seed, allKnown);
        var restated = new RestatedTree(tree, restatement, order);
        var draw = new Draw(seed + 2000);
        double total = 0, counted = 0, stayed = 0;
        foreach (var (unit, day) in Figures())
        {
            var value = draw.Below(100);
            total += value;
            stayed += value * restatement.Portions(unit, day, order).Where(p => p.Kind == PortionKind.Stayed).Sum(p => p.Share);
            foreach (var living in tree.Units.Keys)
            {
                var placement = restated.Place(unit, day, new HashSet<int> { living });
                counted += value * placement.Share;
                Assert.All(placement.Beside, beside => Assert.Contains(restatement.Portions(unit, day, order), p => p.Kind == PortionKind.Stayed && p.UnitId == beside.UnitId));
            }
        }

        Assert.Equal(total, counted + stayed, 6);
        Assert.Equal(allKnown, stayed == 0);
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Sources_of_each_in_one_walk_are_those_of_each_by_itself(uint seed, bool allKnown)
    {
        var (restatement, tree) = Generate(seed, allKnown);
        var restated = new RestatedTree(tree, restatement, order);
        var draw = new Draw(seed + 3000);
        var targets = tree.Units.Keys.Where(_ => draw.Below(2) == 0).ToHashSet();

        var each = restated.SourcesOfEach(targets, first, order);

        Assert.Equal(targets, each.Keys.ToHashSet());
        foreach (var target in targets)
        {
            var alone = restated.Sources(new HashSet<int> { target }, first, order);
            Assert.Equal(alone.Select(s => (s.From, s.To)), each[target].Select(s => (s.From, s.To)));
            Assert.All(alone.Zip(each[target]), s => Assert.Equal(s.First.Units.OrderBy(u => u.Key), s.Second.Units.OrderBy(u => u.Key)));
        }
    }

    private static IEnumerable<(int Unit, DateOnly Day)> Figures() =>
        from generation in Enumerable.Range(0, Generations)
        from unit in Enumerable.Range(0, UnitsEach)
        select (1 + generation * UnitsEach + unit, first.AddYears(generation).AddDays(17 * unit));

    /// <summary>Each year the units of the year before pass into those of the next, each into one to four of them; some live on under a new name.</summary>
    private static (Restatement Restatement, UnitTree Tree) Generate(uint seed, bool allKnown)
    {
        var draw = new Draw(seed);
        var district = new District();
        var successions = new List<Succession>();
        for (var generation = 0; generation <= Generations; generation++)
        {
            for (var unit = 0; unit < UnitsEach; unit++)
            {
                var begin = first.AddYears(generation);
                district.Unit($"u{generation}-{unit}", from: $"{begin:yyyy-MM-dd}", to: generation == Generations ? null : $"{begin.AddYears(1).AddDays(-1):yyyy-MM-dd}");
            }
        }

        for (var from = 1; from <= Generations * UnitsEach; from++)
        {
            var generation = (from - 1) / UnitsEach;
            var successors = Enumerable.Range(0, 1 + draw.Below(4)).Select(_ => 1 + (generation + 1) * UnitsEach + draw.Below(UnitsEach)).Distinct().ToList();
            var parts = successors.Select(_ => 0.05 + draw.Share()).ToList();
            var isKnown = allKnown || draw.Below(3) > 0;
            successions.AddRange(successors.Select((to, i) => new Succession
            {
                FromUnitId = from,
                ToUnitId = to,
                On = first.AddYears(generation + 1),
                Share = isKnown || draw.Below(2) > 0 ? parts[i] / parts.Sum() : null,
            }));
        }

        return (Restatement.Of(successions), district.Tree());
    }
}
