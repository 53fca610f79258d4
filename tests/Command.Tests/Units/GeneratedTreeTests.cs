using Command.Units;

namespace Command.Tests.Units;

/// <summary>What holds of every tree, however its dates fall; each seed is another invented history.</summary>
public sealed class GeneratedTreeTests
{
    private const int Days = 60;
    private static readonly DateOnly first = new(2025, 1, 1);

    public static TheoryData<uint> Seeds => [.. Enumerable.Range(1, 25).Select(s => (uint)s)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_owned_page_is_under_exactly_one_path_from_a_root(uint seed)
    {
        var tree = Generate(seed);
        foreach (var day in EveryDay())
        {
            var pathOf = new Dictionary<int, int>();
            var open = new Queue<int>(tree.ChildrenOn(null, day));
            while (open.TryDequeue(out var unit))
            {
                Assert.True(pathOf.TryAdd(unit, unit), $"unit {unit} stands twice on {day:o}");
                foreach (var child in tree.ChildrenOn(unit, day))
                {
                    Assert.Equal(unit, tree.ParentOn(child, day));
                    open.Enqueue(child);
                }
            }

            Assert.Equal(tree.Units.Keys.Where(u => tree.VersionOn(u, day) is not null).Order(), pathOf.Keys.Order());
            Assert.Equal(
                tree.Pages.Keys.Where(p => tree.OwnerOn(p, day) is { } owner && pathOf.ContainsKey(owner)).Order(),
                tree.PagesUnder(null, day).Order());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_subtree_is_its_own_pages_and_those_of_its_children(uint seed)
    {
        var tree = Generate(seed);
        foreach (var day in EveryDay())
        {
            foreach (int? unit in tree.Units.Keys.Select(u => (int?)u).Append(null))
            {
                var own = tree.Pages.Keys.Where(p => unit is not null && tree.OwnerOn(p, day) == unit);
                var parts = own.Concat(tree.ChildrenOn(unit, day).SelectMany(c => tree.PagesUnder(c, day)));
                Assert.Equal(parts.Order(), tree.PagesUnder(unit, day).Order());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Spans_follow_one_another_and_say_of_each_day_what_the_day_says(uint seed)
    {
        var tree = Generate(seed);
        foreach (int? unit in tree.Units.Keys.Select(u => (int?)u).Append(null))
        {
            var spans = tree.PagesUnder(unit, first, first.AddDays(Days - 1));
            Assert.Equal(EveryDay(), spans.SelectMany(s => Enumerable.Range(s.From.DayNumber, s.To.DayNumber - s.From.DayNumber + 1)).Select(DateOnly.FromDayNumber));
            foreach (var day in EveryDay())
                Assert.Equal(tree.PagesUnder(unit, day).Order(), spans.Single(s => s.From <= day && day <= s.To).Pages.Order());
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.False(pair.First.Pages.SetEquals(pair.Second.Pages)));
        }
    }

    /// <summary>Any unit may have any parent, so that cycles and ended parents occur on many days.</summary>
    private static UnitTree Generate(uint seed)
    {
        var state = seed * 2654435769;
        var district = new District();
        const int Units = 9;
        for (var unit = 1; unit <= Units; unit++)
        {
            for (var version = 0; version <= Next(2); version++)
                district.Unit($"u{unit}", Next(4) == 0 ? null : 1 + Next(Units), Date(version), Next(3) == 0 ? Date(version + 1, 20) : null);
        }

        for (var page = 0; page < 7; page++)
        {
            for (var owner = 0; owner <= Next(2); owner++)
                district.Page($"p{page}", 1 + Next(Units), Date(owner), Next(3) == 0 ? Date(owner + 1, 20) : null);
        }

        return district.Tree();

        string Date(int step, int later = 0) => $"{first.AddDays(step * 20 + later + Next(20)):yyyy-MM-dd}";

        int Next(int below)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)below);
        }
    }

    private static IEnumerable<DateOnly> EveryDay() => Enumerable.Range(0, Days).Select(first.AddDays);
}
