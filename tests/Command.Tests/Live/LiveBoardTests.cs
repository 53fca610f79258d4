using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Command.Boards;
using Command.Data;
using Command.Ingest;
using Command.Live;
using Command.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Live;

public sealed class LiveBoardTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Who_looks_is_told_of_a_change_and_sees_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.AppendAsync(Message("a"));
        await app.Get<LiveBoard>().CurrentAsync(CancellationToken.None);

        await UntilAsync(app, () => app.AppendAsync(Message("b")), snapshot => Messages(snapshot) == 2);
    }

    [Fact]
    public async Task Under_a_flood_the_store_is_read_at_most_every_100_ms()
    {
        await using var app = await TestApp.StartAsync();
        var board = app.Get<LiveBoard>();
        using var looking = board.Subscribe(() => Task.CompletedTask);
        var before = (await board.CurrentAsync(CancellationToken.None))!.Version;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 300; i++)
            await app.AppendAsync(Message("flood" + i));
        var readings = board.Current!.Version - before;

        Assert.InRange(readings, 1, 2 + watch.ElapsedMilliseconds / 100);
    }

    [Fact]
    public async Task While_nobody_looks_nothing_is_read()
    {
        var clock = new TickCounter(40);
        await using var app = await TestApp.StartAsync(clock);
        var queries = 0;
        using var watch = new QueryWatch(app.Folder, sql => Interlocked.Add(ref queries, sql.Contains("RollupHours", StringComparison.Ordinal) || sql.Contains("ChangeCounters", StringComparison.Ordinal) ? 1 : 0));

        await app.AppendAsync(Message("a"));
        await clock.Enough.WaitAsync(patience);

        Assert.Null(app.Get<LiveBoard>().Current);
        Assert.Equal(0, queries);
    }

    [Fact]
    public async Task A_hundred_boards_cost_the_queries_and_the_drawing_of_one()
    {
        await using var app = await TestApp.StartAsync();
        await app.AppendAsync(Message("first"));
        var one = await QueriesOfOneChangeAsync(app, boards: 1);
        var hundred = await QueriesOfOneChangeAsync(app, boards: 100);

        Assert.Equal(one, hundred);
        Assert.InRange(hundred, 1, 8);
    }

    [Fact]
    public async Task A_store_that_fails_is_told_and_recovers_by_itself()
    {
        await using var app = await TestApp.StartAsync();
        var board = app.Get<LiveBoard>();
        await app.AppendAsync(Message("a"));
        await board.CurrentAsync(CancellationToken.None);

        await UntilAsync(app, () => RunAsync(app, "ALTER TABLE RollupHours RENAME TO Away; UPDATE ChangeCounters SET Value = Value + 1"), _ => board.StaleSince is not null);
        Assert.Equal(board.CheckedAt, board.StaleSince);
        Assert.Equal(1, Messages(board.Current));
        await UntilAsync(app, () => RunAsync(app, "ALTER TABLE Away RENAME TO RollupHours"), _ => board.StaleSince is null);
        await UntilAsync(app, () => app.AppendAsync(Message("b")), snapshot => Messages(snapshot) == 2);
    }

    [Fact]
    public async Task What_another_node_committed_appears()
    {
        await using var here = await TestApp.StartAsync();
        await using var there = await TestApp.StartAsync(folder: here.Folder);
        await here.Get<LiveBoard>().CurrentAsync(CancellationToken.None);

        await UntilAsync(here, () => there.AppendAsync(Message("a")), snapshot => Messages(snapshot) == 1);
    }

    [Fact]
    public async Task A_unit_that_another_node_loaded_appears()
    {
        await using var here = await TestApp.StartAsync();
        await using var there = await TestApp.StartAsync(folder: here.Folder);
        var query = here.Get<BoardQuery>();
        Assert.Null(await query.ViewAsync(TestAskers.Everything, new Scope("ben-song", null), CancellationToken.None));
        var file = Path.Combine(here.Folder, "more.json");
        await File.WriteAllTextAsync(file, new JsonObject
        {
            ["units"] = new JsonArray(new JsonObject { ["key"] = "ben-song", ["code"] = "1", ["name"] = "Bến Sông", ["kind"] = "ward" }),
            ["pages"] = new JsonArray(new JsonObject { ["key"] = "ben-song-zalo", ["unit"] = "ben-song", ["platform"] = "zalo", ["externalId"] = "oa-0", ["name"] = "Bến Sông", ["from"] = "2020-01-01" }),
        }.ToJsonString());

        var told = new TaskCompletionSource<BoardView>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var looking = query.Subscribe(async () =>
        {
            if (await query.ViewAsync(TestAskers.Everything, new Scope("ben-song", null), CancellationToken.None) is { } view)
                told.TrySetResult(view);
        });
        await there.Get<WorldLoader>().LoadAsync([file], CancellationToken.None);

        Assert.Equal(1, (await told.Task.WaitAsync(patience)).PageCount);
    }

    [Fact]
    public async Task A_reading_that_its_reader_gave_up_loses_no_change()
    {
        await using var app = await TestApp.StartAsync();
        var board = app.Get<LiveBoard>();
        await app.AppendAsync(Message("a"));
        await board.CurrentAsync(CancellationToken.None);
        await app.AppendAsync(Message("b"));

        using (var gone = new CancellationTokenSource())
        using (new QueryWatch(app.Folder, _ => gone.Cancel()))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => board.CurrentAsync(gone.Token));

        Assert.Equal(2, Messages(await board.CurrentAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_screen_that_throws_does_not_keep_others_from_being_told()
    {
        await using var app = await TestApp.StartAsync();
        using var broken = app.Get<LiveBoard>().Subscribe(() => throw new InvalidOperationException());

        await UntilAsync(app, () => app.AppendAsync(Message("a")), snapshot => Messages(snapshot) == 1);
    }

    [Fact]
    public async Task A_commit_that_a_reading_has_seen_before_it_was_told_is_not_read_again_with_everything()
    {
        await using var app = await TestApp.StartAsync();
        var board = app.Get<LiveBoard>();
        await app.AppendAsync(Message("a", page: 0), Message("b", page: 1));
        var before = (await board.CurrentAsync(CancellationToken.None))!;
        var pages = await app.PagesAsync();

        board.Changed([pages[0]], await VersionAsync(app));
        var after = (await board.CurrentAsync(CancellationToken.None))!;

        Assert.NotSame(before.Pages[pages[0]], after.Pages[pages[0]]);
        Assert.Same(before.Pages[pages[1]], after.Pages[pages[1]]);
    }

    private static SealedEvent Message(string once, int page = 0) => Happenings.Event(EventKind.Message, Now, page, once: once);

    private static long Messages(BoardSnapshot? snapshot) => snapshot?.Pages.Values.Sum(p => p.Today.Messages) ?? 0;

    private static async Task UntilAsync(TestApp app, Func<Task> act, Func<BoardSnapshot?, bool> isSeen)
    {
        var board = app.Get<LiveBoard>();
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var looking = board.Subscribe(() =>
        {
            if (isSeen(board.Current))
                seen.TrySetResult();
            return Task.CompletedTask;
        });
        await act();
        await seen.Task.WaitAsync(patience);
    }

    /// <summary>Queries beside the poll of the change counter, from the change until every board has its view.</summary>
    private static async Task<int> QueriesOfOneChangeAsync(TestApp app, int boards)
    {
        var query = app.Get<BoardQuery>();
        var messages = Messages(await app.Get<LiveBoard>().CurrentAsync(CancellationToken.None)) + 1;
        await query.ViewAsync(TestAskers.Everything, Scope.Whole, CancellationToken.None);
        var views = new ConcurrentBag<BoardView>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var looking = Enumerable.Range(0, boards).Select(_ => query.Subscribe(async () =>
        {
            var view = (await query.ViewAsync(TestAskers.Everything, Scope.Whole, CancellationToken.None))!;
            if (Messages(app.Get<LiveBoard>().Current) < messages)
                return;
            views.Add(view);
            if (views.Count == boards)
                all.TrySetResult();
        })).ToList();
        var queries = 0;
        using (new QueryWatch(app.Folder, sql => Interlocked.Add(ref queries, sql.Contains("ChangeCounters", StringComparison.Ordinal) ? 0 : 1)))
        {
            await app.AppendAsync(Message("change" + boards));
            await all.Task.WaitAsync(patience);
        }

        looking.ForEach(l => l.Dispose());
        Assert.Single(views.Distinct(ReferenceEqualityComparer.Instance));
        return queries;
    }

    private static async Task RunAsync(TestApp app, string sql)
    {
        await using var db = await app.OpenAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static async Task<long> VersionAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        return await db.ChangeCounters.Select(c => c.Value).SingleAsync();
    }

    /// <summary>A clock whose half seconds pass at once, and are counted.</summary>
    private sealed class TickCounter(int ticks) : TimeProvider
    {
        private readonly TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = ticks;

        public Task Enough => enough.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != TimeSpan.FromMilliseconds(500))
                return base.CreateTimer(callback, state, dueTime, period);
            if (Interlocked.Decrement(ref left) == 0)
                enough.SetResult();
            return base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
        }
    }
}
