using Command.Boards;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Demo;

public sealed class DemoTrafficTests
{
    [Fact]
    public async Task The_demo_sends_to_its_own_doors_and_the_board_counts_it()
    {
        await using var app = await TestApp.StartAsync(args: "--demo");
        var query = app.Get<BoardQuery>();
        var alive = new TaskCompletionSource<BoardView>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (query.Subscribe(async () =>
        {
            // Today's events first, then the days before: comparisons follow without waiting for the hour.
            if (await query.ViewAsync(TestAskers.Everything, Scope.Whole, CancellationToken.None) is { } view && view.Rows.Count > 0
                && view.Tiles.Single(t => t.Kind == TileKind.Messages) is { Value: not null, Yesterday.Before: not null })
                alive.TrySetResult(view);
        }))
        {
            var view = await alive.Task.WaitAsync(TimeSpan.FromMinutes(5));
            Assert.Equal(18, view.PageCount);
        }

        await using var db = await app.OpenAsync();
        Assert.InRange(await db.RollupDays.Where(r => r.Metric == Metric.Messages.Id).SumAsync(r => r.Count), 500, 500_000);
        Assert.Equal((0, 0), (await db.SetAsides.CountAsync(), await db.Refusals.CountAsync()));
    }
}
