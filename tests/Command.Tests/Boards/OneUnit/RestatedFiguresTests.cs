using Command.Boards.OneUnit;
using Command.Data;
using Command.Tests.Boards.Compare;

namespace Command.Tests.Boards.OneUnit;

/// <summary>A unit's page across a reform.</summary>
public sealed class RestatedFiguresTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await Reform.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_successor_shows_what_the_units_before_it_did_by_known_shares_and_the_rest_beside()
    {
        var line = Assert.Single((await ReadAsync("sen-hong"))!.Lines);

        // In January 14 days: of Sen 1 of 3 a day, of Mai a quarter of 4 of 6; in February 14 days of Sen Hồng itself.
        var january = line.Points[^2].Figure!.Value;
        Assert.Equal((14 * (1 + 0.25 * 4), 14 * (3 + 0.25 * 6)), (january.Value, january.Of));
        Assert.True(january.IsRestated);
        Assert.Null(january.Interval);
        var february = line.Points[^1].Figure!.Value;
        Assert.Equal((14, 42, false), (february.Value, february.Of, february.IsRestated));
        var beside = Assert.Single(line.Beside);
        Assert.Equal("Công an phường Đào", beside.Name);
        Assert.Equal((14, 42), (beside.Figures[^2]!.Value.Value, beside.Figures[^2]!.Value.Of));
    }

    [Theory]
    [InlineData("tre", false)]
    [InlineData("lan", false)]
    [InlineData("city", false)]
    [InlineData("mai-vang", true)]
    [InlineData("sen", true)]
    public async Task Only_units_that_something_passed_into_or_out_of_show_it(string unit, bool isShown) =>
        Assert.Equal(isShown, await ReadAsync(unit) is not null);

    [Fact]
    public async Task The_page_says_that_it_is_restated_and_what_cannot_be_compared()
    {
        var page = await (await app.SignInAsync(Role.Commander)).ReadAsync("/units/sen-hong");

        Assert.Contains("Quy đổi theo đơn vị hiện nay", page, StringComparison.Ordinal);
        Assert.Contains("Số trước ngày sắp xếp được quy đổi từ: Công an phường Mai, Công an phường Sen.", page, StringComparison.Ordinal);
        Assert.Contains("Công an phường Đào: không so sánh được", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_that_have_ended_stand_in_the_table_so_that_its_lines_add_up_to_the_total()
    {
        var query = app.Get<UnitFiguresQuery>();
        var city = (await query.ReadAsync(TestAskers.Everything, "city", UnitPeriod.Year(query.Today), CancellationToken.None)).Figures!;

        Assert.Equal(
            [("lan", null), ("mai-vang", null), ("north", new DateOnly(2026, 1, 31)), ("sen-hong", null), ("tre", null)],
            city.Children.Select(c => (c.Key, c.Days is { } days && days.To < query.Today ? days.To : (DateOnly?)null)).OrderBy(c => c.Key));
        Assert.Equal((0, 0), (city.Direct.Received, city.Direct.Valuable));
        Assert.Equal(city.Ratio.Received, city.Children.Sum(c => c.Ratio.Received));
        Assert.True(city.Children.Single(c => c.Key == "tre").Ratio.Received < (await query.ReadAsync(TestAskers.Everything, "tre", UnitPeriod.Year(query.Today), CancellationToken.None)).Figures!.Ratio.Received);
        Assert.Contains("Công an quận Bắc (đến 31/01/2026)", await (await app.SignInAsync(Role.Commander)).ReadAsync("/units/city"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peers_are_those_of_the_last_day_of_the_period()
    {
        var query = app.Get<UnitFiguresQuery>();
        var tre = (await query.ReadAsync(TestAskers.Everything, "tre", UnitPeriod.Month(new(2026, 1, 1), query.Today), CancellationToken.None)).Figures!;

        Assert.Equal(["dao", "mai", "sen", "tre"], tre.Peers.Select(p => p.Key).Order());
    }

    private async Task<global::Command.Boards.Compare.Comparison?> ReadAsync(string unit)
    {
        var query = app.Get<UnitFiguresQuery>();
        return (await query.ReadAsync(TestAskers.Everything, unit, UnitPeriod.Year(query.Today), CancellationToken.None)).Figures!.Restated;
    }
}
