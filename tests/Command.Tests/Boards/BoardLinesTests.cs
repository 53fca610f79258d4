using Command.Boards;
using Command.Live;
using Command.Tests.Units;

namespace Command.Tests.Boards;

public sealed class BoardLinesTests
{
    private static readonly TimeSpan silentAfter = TimeSpan.FromHours(6);
    private readonly District district = new();
    private readonly Dictionary<int, PageNow> pages = [];

    [Fact]
    public void The_lines_add_up_to_the_whole_also_where_units_above_own_pages()
    {
        var city = district.Unit("city");
        var precinct = district.Unit("precinct", city);
        Page("city-page", city, messages: 1);
        Page("precinct-page", precinct, messages: 2);
        Page("ward-1-page", district.Unit("ward-1", precinct), messages: 4);
        Page("ward-2-page", district.Unit("ward-2", precinct), messages: 8);

        foreach (var scope in new[] { Scope.Whole, new Scope("city", null), new Scope("precinct", null) })
        {
            var view = Draw(scope);
            Assert.Equal(view.Tiles.Single(t => t.Kind == TileKind.Messages).Value, view.Rows.Sum(r => r.Messages));
        }

        Assert.Equal(["ward-1", "ward-2", "city-page", "precinct-page"], Draw(Scope.Whole).Rows.Select(r => r.UnitKey ?? r.PageKey));
    }

    [Fact]
    public void A_page_is_not_divided_into_lines()
    {
        Page("page", district.Unit("ward"), messages: 3);

        Assert.Empty(Draw(new Scope(null, "page")).Rows);
        Assert.Equal("ward", Assert.Single(Draw(Scope.Whole).Rows).UnitKey);
    }

    private BoardView Draw(Scope scope) => BoardDrawing.Draw(Snapshot(), district.Tree(), scope, silentAfter)!;

    /// <summary>The 22nd of November 2024 was a Friday.</summary>
    private BoardSnapshot Snapshot() => new(1, SampleBoards.Noon, District.Day("2024-11-22"), SampleBoards.Noon, pages, 0, [], TipoffMonths.Nothing, SampleBoards.Noon, false);

    private void Page(string key, int owner, long messages)
    {
        var id = district.Page(key, owner);
        pages[id] = new PageNow(
            id, null, SampleBoards.Noon, 0, 0, null, DayCounts.Nothing with { Messages = messages }, DayCounts.Nothing, PageHistory.Nothing, []);
    }
}
