using Command.Boards.Compare;
using Command.Comparable;
using Command.Data;
using Command.People;
using Command.Units;

namespace Command.Tests.Boards.Compare;

public sealed class CompareQueryTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Reform.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Figures_across_a_reform_are_restated_by_the_shares_and_what_nobody_can_split_stands_beside()
    {
        var comparison = await ReadAsync(TestAskers.Everything, Measure.Messages, "sen-hong", "mai-vang", "tre");

        Assert.Equal([420.0, 980, 560], comparison.Lines.Select(l => l.Total!.Value.Value));
        Assert.Equal([true, true, false], comparison.Lines.Select(l => l.Total!.Value.IsRestated));
        Assert.Equal([("Công an phường Đào", 98.0), ("Công an phường Đào", 98.0)], comparison.Lines.SelectMany(l => l.Beside).Select(b => (b.Name, b.Total.Value)));
        Assert.Equal(["Công an phường Mai", "Công an phường Sen"], Remark(comparison.Lines[0], RemarkKind.RestatedFrom).Names);
        Assert.Equal(["Công an quận Bắc", "Công an thành phố"], Remark(comparison.Lines[2], RemarkKind.ParentEnded).Names);
        Assert.All(comparison.Lines, l => Assert.Equal(1960.0, l.Group!.Units * l.Group.Total!.Value.Value, 6));
    }

    [Fact]
    public async Task Nothing_is_lost_or_counted_twice_whatever_the_measure()
    {
        foreach (var measure in new[] { Measure.Messages, Measure.Find("replies")!, Measure.TipoffsReceived, Measure.TipoffsValuable })
        {
            var city = (await ReadAsync(TestAskers.Everything, measure, "city")).Lines.Single();
            var parts = (await ReadAsync(TestAskers.Everything, measure, "sen-hong", "mai-vang", "tre", "lan")).Lines;

            Assert.False(city.Total!.Value.IsRestated);
            Assert.Empty(city.Beside);
            Assert.Equal(city.Total.Value.Value, parts.Sum(l => l.Total!.Value.Value) + parts[0].Beside.Single().Total.Value, 6);
            Assert.All(parts, l => Assert.Equal(l.Total!.Value.Value, l.Points.Sum(p => p.Figure?.Value ?? 0), 6));
        }
    }

    [Fact]
    public async Task A_period_before_the_reform_is_in_the_old_order()
    {
        var comparison = await ReadAsync(TestAskers.Everything, Measure.Messages, "2026-01-18..2026-01-31", "sen", "mai", "dao", "sen-hong");

        Assert.Equal([140.0, 560, 98, null], comparison.Lines.Select(l => l.Total?.Value));
        Assert.All(comparison.Lines, l => Assert.Empty(l.Beside));
        Assert.DoesNotContain(comparison.Lines, l => l.Total?.IsRestated == true);
    }

    [Fact]
    public async Task A_unit_that_has_passed_on_says_into_whom_and_counts_nothing_twice()
    {
        var line = Assert.Single((await ReadAsync(TestAskers.Everything, Measure.Messages, "sen")).Lines);

        Assert.Null(line.Total);
        Assert.Equal(["Công an phường Sen Hồng"], Remark(line, RemarkKind.PassedInto).Names);
    }

    [Fact]
    public async Task A_restated_ratio_has_its_n_and_N_and_no_interval()
    {
        var lines = (await ReadAsync(TestAskers.Everything, Measure.ValuableRatio, "sen-hong", "tre")).Lines;

        Assert.Equal((28 + 0.25 * 56, 84 + 0.25 * 84), (lines[0].Total!.Value.Value, lines[0].Total!.Value.Of));
        Assert.Null(lines[0].Total!.Value.Interval);
        Assert.NotNull(lines[1].Total!.Value.Interval);
    }

    [Fact]
    public async Task Before_the_record_begins_and_after_today_nothing_is_known()
    {
        var line = Assert.Single((await ReadAsync(TestAskers.Everything, Measure.Messages, "2026-01-11..2026-02-28", "tre")).Lines);

        Assert.All(line.Points, p => Assert.Equal(p.Days.From >= Reform.First && p.Days.From <= new DateOnly(2026, 2, 15), p.Figure is not null));
        Assert.Equal(Reform.First, Remark(line, RemarkKind.BeginsLater).Day);
    }

    [Fact]
    public async Task Periods_of_one_unit_lie_over_one_another()
    {
        var query = app.Get<CompareQuery>();
        var comparison = await query.ReadAsync(TestAskers.Everything, new CompareRequest(["tre"], ["2026-01-18..2026-01-24", "2026-01-25..2026-02-05"], Measure.Messages, Step.Day), CancellationToken.None);

        Assert.Equal([140.0, 240], comparison.Lines.Select(l => l.Total!.Value.Value));
        Assert.Equal((12, false), (comparison.Length, comparison.IsOneCalendar));
    }

    [Fact]
    public async Task Nobody_sees_more_than_eight_lines()
    {
        var request = new CompareRequest(["tre", "lan", "sen-hong"], ["2026-01-18..2026-01-24", "2026-01-25..2026-01-31", "2026-02-01..2026-02-07"], Measure.Messages, null);
        var comparison = await app.Get<CompareQuery>().ReadAsync(TestAskers.Everything, request, CancellationToken.None);

        Assert.Equal((8, true), (comparison.Lines.Count, comparison.IsCut));
    }

    [Theory]
    [InlineData(Role.Chief, true)]
    [InlineData(Role.Staff, false)]
    [InlineData(Role.Analyst, false)]
    public async Task A_chief_compares_his_peers_by_sums_and_others_only_their_own(Role role, bool seesPeers)
    {
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        var asker = new Asker(role, tree.Find("tre")!.Id);
        var comparison = await ReadAsync(asker, Measure.TipoffsReceived, "2026-02-01..2026-02-14", "tre", "sen-hong", "lan");

        Assert.Equal(seesPeers ? ["tre", "sen-hong"] : ["tre"], comparison.Lines.Select(l => l.UnitKey));
        Assert.Equal(seesPeers ? ["lan"] : ["sen-hong", "lan"], comparison.Refused);
        Assert.Equal(seesPeers, comparison.Lines[0].Group is not null);
        Assert.Equal(role != Role.Analyst, comparison.Lines[0].MayOpen);
        Assert.All(comparison.Lines.Skip(1), l => Assert.Equal((false, false), (l.MayOpen, l.IsOwn)));
        Assert.Equal(comparison.Lines.Select(l => l.UnitKey).Order(), (await app.Get<CompareQuery>().ChoiceAsync(asker, CancellationToken.None)).Select(u => u.Key).Where(k => k != "mai-vang").Order());
    }

    [Fact]
    public async Task Without_a_choice_a_commander_sees_what_stands_below_him()
    {
        var comparison = await app.Get<CompareQuery>().ReadAsync(TestAskers.Everything, CompareRequest.Read(null, null, null, null), CancellationToken.None);

        Assert.Equal(["tre", "sen-hong", "mai-vang", "lan"], comparison.Lines.Select(l => l.UnitKey));
    }

    private static Remark Remark(ComparedLine line, RemarkKind kind) => Assert.Single(line.Remarks, r => r.Kind == kind);

    private Task<Comparison> ReadAsync(Asker asker, Measure measure, params string[] units) =>
        units[0].Contains("..", StringComparison.Ordinal) ? ReadAsync(asker, measure, units[0], units[1..]) : ReadAsync(asker, measure, Reform.Period, units);

    private Task<Comparison> ReadAsync(Asker asker, Measure measure, string period, IReadOnlyList<string> units) =>
        app.Get<CompareQuery>().ReadAsync(asker, new CompareRequest(units, [period], measure, Step.Day), CancellationToken.None);
}
