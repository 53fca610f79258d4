using Command.Boards;

namespace Command.Tests.Boards;

public sealed class WallRotationTests
{
    [Fact]
    public void A_round_begins_with_the_whole_and_goes_on_with_the_overdue()
    {
        var board = SampleBoards.Day(rows: 4, silent: 0);
        var round = WallRotation.Order(board with { Rows = [board.Rows[0] with { Waiting = 0, Overdue = 0 }, board.Rows[1] with { Waiting = 5, Overdue = 0 }, board.Rows[2] with { Overdue = 1 }] });
        Assert.Equal([null, "don-vi-2", "don-vi-1", "don-vi-0"], round.Select(s => s.UnitKey));
    }

    [Fact]
    public void Each_scope_has_its_turn_once_and_then_the_whole_again()
    {
        var board = SampleBoards.Day(rows: 5);
        var round = WallRotation.Order(board);
        var shown = new List<Scope> { board.Scope };
        for (var turn = 0; turn < round.Count; turn++)
            shown.Add(WallRotation.Next(round, shown[^1]));
        Assert.Equal(6, shown.Distinct().Count());
        Assert.Equal(board.Scope, shown[^1]);
    }

    [Fact]
    public void A_scope_that_is_gone_leads_back_to_the_whole()
    {
        var board = SampleBoards.Day(rows: 2);
        Assert.Equal(board.Scope, WallRotation.Next(WallRotation.Order(board), new Scope("da-giai-the", null)));
    }
}
