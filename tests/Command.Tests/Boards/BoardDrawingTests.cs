using Command.Boards;
using Command.Data;
using Command.Live;
using Command.Ranking;
using Command.Units;

namespace Command.Tests.Boards;

public sealed class BoardDrawingTests
{
    private static readonly DateTimeOffset now = new(2026, 3, 12, 3, 3, 20, TimeSpan.Zero);
    private static readonly DateOnly today = new(2026, 3, 12);
    private static readonly TimeSpan sixHours = TimeSpan.FromHours(6);

    private static readonly UnitTree tree = UnitTree.Of(
        [new Unit { Id = 1, Key = "quan" }, new Unit { Id = 2, Key = "sen" }, new Unit { Id = 3, Key = "mai" }],
        [Version(1, null), Version(2, 1), Version(3, 1)],
        [
            new Page { Id = 1, Key = "sen-zalo", Platform = Platform.Zalo, ExternalId = "1", Name = "Sen" },
            new Page { Id = 2, Key = "mai-fb", Platform = Platform.Facebook, ExternalId = "2", Name = "Mai", SilentAfterHours = 24 },
            new Page { Id = 3, Key = "mai-yt", Platform = Platform.YouTube, ExternalId = "3", Name = "Mai" },
            new Page { Id = 4, Platform = Platform.Zalo, ExternalId = "4" },
        ],
        [Owner(1, 2), Owner(2, 3), Owner(3, 3)]);

    [Fact]
    public void A_page_is_silent_after_its_own_hours_or_those_of_all()
    {
        var view = Draw(Page(1, lastEventAt: now - sixHours), Page(2, lastEventAt: now.AddHours(-23)), Page(3));
        Assert.Equal(["sen-zalo"], view.Silent.Select(s => s.PageKey));
        Assert.Empty(Draw(Page(1, lastEventAt: now - sixHours + TimeSpan.FromSeconds(1)), Page(2, lastEventAt: now)).Silent);
    }

    [Fact]
    public void A_page_never_heard_of_is_silent_and_stands_first()
    {
        var view = Draw(Page(1), Page(2, lastEventAt: now.AddDays(-3)));
        Assert.Equal([("sen-zalo", null), ("mai-fb", now.AddDays(-3))], view.Silent.Select(s => (s.PageKey, s.Since)));
        Assert.True(view.Rows.Single(r => r.UnitKey == "sen").IsSilent);
    }

    [Fact]
    public void Before_the_first_day_nothing_is_known()
    {
        var tile = Draw(Page(1, firstDay: today.AddDays(-6))).Tiles.Single(t => t.Kind == TileKind.Messages);
        Assert.Equal((7.0, ChangeMark.Within), (tile.Yesterday.Before, tile.Yesterday.Mark));
        Assert.Equal((null, ChangeMark.Unknown), (tile.LastWeek.Before, tile.LastWeek.Mark));
        Assert.All(Draw().Tiles, t => Assert.Null(t.Yesterday.Before));
    }

    [Theory]
    [InlineData(28, 2.0)]
    [InlineData(60, 2.0)]
    [InlineData(14, 4.0)]
    [InlineData(1, 8.0)]
    public void The_heatmap_is_an_average_of_the_days_that_are_known(int knownDays, double wednesdayAtNine)
    {
        var view = Draw(Page(1, firstDay: today.AddDays(-knownDays)));
        Assert.Equal(wednesdayAtNine, view.MessagesByWeekHour[2 * 24 + 9]);
    }

    [Fact]
    public void A_scope_with_few_events_shows_its_own_amid_a_flood_elsewhere()
    {
        var own = Item(1, page: 1, now.AddHours(-2));
        var flood = Enumerable.Range(2, 400).Select(i => Item(i, page: 2, now.AddSeconds(-i))).ToList();
        var view = BoardDrawing.Draw(Snapshot(flood, Page(1) with { Recent = [own] }, Page(2)), tree, new Scope("sen", null), sixHours)!;
        Assert.Equal(own, Assert.Single(view.Feed!).Item);
    }

    [Fact]
    public void What_stands_in_both_feeds_is_shown_once()
    {
        var items = Enumerable.Range(1, 25).Select(i => Item(i, page: 1, now.AddSeconds(i / 2))).Reverse().ToList();
        var view = BoardDrawing.Draw(Snapshot(items, Page(1) with { Recent = [.. items.Take(20)] }), tree, new Scope(null, "sen-zalo"), sixHours)!;
        Assert.Equal(items.Select(i => i.EventId), view.Feed!.Select(f => f.Item.EventId));
    }

    [Fact]
    public void A_scope_that_is_not_there_has_no_view() =>
        Assert.Null(BoardDrawing.Draw(Snapshot([]), tree, new Scope("nowhere", null), sixHours));

    private static BoardView Draw(params PageNow[] pages) => BoardDrawing.Draw(Snapshot([], pages), tree, Scope.Whole, sixHours)!;

    private static BoardSnapshot Snapshot(IReadOnlyList<FeedItem> feed, params PageNow[] pages) =>
        new(1, now, today, now, pages.ToDictionary(p => p.PageId), 0, feed, TipoffMonths.Nothing, now, false);

    private static PageNow Page(int id, DateTimeOffset? lastEventAt = null, DateOnly? firstDay = null)
    {
        var heat = new long[168];
        heat[2 * 24 + 9] = 8;
        var counts = DayCounts.Nothing with { Messages = 7 };
        return new PageNow(id, firstDay, lastEventAt, 0, 0, null, counts, counts, PageHistory.Nothing with { Yesterday = counts, LastWeek = counts, MessagesByWeekHour = heat }, []);
    }

    private static FeedItem Item(long id, int page, DateTimeOffset at) => new(id, page, EventKind.Message, MessageKind.Unclassified, at);

    private static UnitVersion Version(int unit, int? parent) => new() { UnitId = unit, Code = "1", Name = "Đơn vị " + unit, Kind = UnitKind.Ward, ParentId = parent };

    private static PageOwner Owner(int page, int unit) => new() { PageId = page, UnitId = unit };
}
