using Command.Data;
using Command.People;
using Command.Ranking.Leaderboards;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Command.Worlds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Ranking.Leaderboards;

public sealed class SealingTests
{
    [Fact]
    public async Task A_sealed_board_stays_as_reported_and_a_later_correction_stands_beside_it()
    {
        await using var wards = await Wards.BusyAsync();
        var correctable = await wards.ReceiveAsync("sen", 1, 0, 0);
        await DecideTheLastAsync(wards);
        var city = await wards.CommanderAsync();
        var reported = await wards.ReadAsync("valuable_ratio");

        Assert.Null(await wards.SealAsync("valuable_ratio", city));
        wards.Clock.Now += TimeSpan.FromHours(1);
        await wards.DoAsync(correctable, Step.Return("xem lại"), city);
        await wards.DecideAsync(await wards.ReceiveAsync("tre", 0, 0, 1), Verdict.NotValuable);
        await wards.DecideAsync(await wards.ReceiveAsync("mai", 0, 0, 1), Verdict.NotValuable);
        var view = await wards.ReadAsync("valuable_ratio");

        Assert.Equal(LeaderboardStatus.Sealed, view.Status);
        Assert.True(view.Seal!.IsWhole);
        Assert.Equal("khanh", view.Seal.By);
        Assert.Empty(view.Seal.Open);
        Assert.Equal(reported.Board.Rows.Select(r => (r.Unit, r.Count, r.Of, r.Score, r.Place)), view.Board.Rows.Select(r => (r.Unit, r.Count, r.Of, r.Score, r.Place)));
        Assert.Equal((10.0, 13.0), view.Board.Rows.Where(r => r.Unit == "sen").Select(r => (r.Count, r.Of!.Value)).Single());
        Assert.Equal((9.0, 13.0), (view.Seal.Restated["sen"]!.Count, view.Seal.Restated["sen"]!.Of!.Value));
        var trail = await wards.TrailAsync(view);
        Assert.Equal([("sen", StepKind.Return, "khanh", correctable.Number)], trail.Where(c => c.Unit == "sen").Select(c => (c.Unit, c.Step!.Value, c.Actor!, c.Number!)));
        Assert.Equal([StepKind.Enter, StepKind.Assess], trail.Where(c => c.Unit == "mai").Select(c => c.Step!.Value).Order());
        Assert.DoesNotContain(trail, c => !view.Seal.Restated.ContainsKey(c.Unit!));
        var peer = new Asker(Role.Chief, await wards.IdAsync("mai"), 7, "mai");
        Assert.Equal([(StepKind.Return, null, null)], (await wards.TrailAsync(await wards.ReadAsync("valuable_ratio", asker: peer), peer)).Where(c => c.Unit == "sen").Select(c => (c.Step!.Value, c.Actor, c.Number)));
    }

    [Fact]
    public async Task Late_messages_decided_kinds_and_registers_read_since_are_told_as_what_moved_a_sealed_board()
    {
        await using var wards = await Wards.StartAsync();
        foreach (var page in new[] { "sen-zalo", "mai-zalo", "cuc-zalo", "lan-zalo", "dao-zalo", "tre-zalo" })
            await wards.ReplyAsync(page, "2026-02-03", 8, 10);
        var tree = await wards.App.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        int sen = tree.FindPage("sen-zalo")!.Id, dao = tree.FindPage("dao-zalo")!.Id;
        await TellAsync((sen, EventKind.Message, "2026-02-05", wards.Clock.Now), (sen, EventKind.Message, "2026-02-06", wards.Clock.Now));
        Assert.Null(await wards.SealAsync("answered_in_time", await wards.CommanderAsync()));
        var late = wards.Clock.Now += TimeSpan.FromHours(1);

        await wards.ReplyAsync("sen-zalo", "2026-02-05", 1, 2);
        await wards.ReplyAsync("dao-zalo", "2026-02-20", 1, 2);
        await TellAsync((sen, EventKind.Message, "2026-02-10", late), (sen, EventKind.AutomaticReply, "2026-02-10", late), (sen, EventKind.Message, "2026-03-01", late), (dao, EventKind.Reply, "2026-02-20", late));
        await using (var db = await wards.App.OpenAsync())
        {
            var decided = await db.Events.OrderBy(e => e.Id).FirstAsync();
            db.Add(new MessageDecision { EventId = decided.Id, Kind = MessageKind.Procedure, PersonId = 1, DecidedAt = late });
            await db.SaveChangesAsync();
        }

        var more = Path.Combine(wards.App.Folder, "more.json");
        await File.WriteAllTextAsync(more, """{"units": [{"key": "sen", "code": "11", "name": "Phường Sen", "kind": "ward", "parent": "north", "peerGroup": "wards", "residents": [{"from": "2026-02-01", "count": 21000}]}], "pages": []}""");
        await wards.App.Get<WorldLoader>().LoadAsync([more], CancellationToken.None);
        var trail = await wards.TrailAsync(await wards.ReadAsync("answered_in_time"));

        // The page of Đào counts for Tre from 16 February on.
        Assert.Equal(
            [(null, CorrectionKind.Register), ("sen", CorrectionKind.Decision), ("sen", CorrectionKind.LateMessage), ("tre", CorrectionKind.LateReply)],
            trail.Select(c => (c.Unit, c.Kind)).OrderBy(c => c.Unit).ThenBy(c => c.Kind));
        Assert.All(trail, c => Assert.Equal(late, c.At));

        async Task TellAsync(params (int Page, EventKind Kind, string Day, DateTimeOffset Received)[] told)
        {
            await using var db = await wards.App.OpenAsync();
            db.AddRange(told.Select((t, n) => new Event { OnceKey = Guid.NewGuid().ToByteArray(), PageId = t.Page, Kind = t.Kind, Name = "test", OccurredAt = DateTimeOffset.Parse($"{t.Day}T08:00:00+07:00", null).AddMinutes(n), ReceivedAt = t.Received }));
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task What_is_open_keeps_a_period_from_being_sealed_for_twenty_days_and_is_named_afterwards()
    {
        await using var wards = await Wards.BusyAsync();
        var city = await wards.CommanderAsync();

        Assert.Equal(SealRefusal.StillOpen, await wards.SealAsync("valuable_ratio", city));
        wards.Clock.Now = DateTimeOffset.Parse("2026-03-20T23:00:00+07:00", null);
        Assert.Equal(SealRefusal.StillOpen, await wards.SealAsync("valuable_ratio", city));
        wards.Clock.Now = DateTimeOffset.Parse("2026-03-21T00:30:00+07:00", null);
        Assert.Null(await wards.SealAsync("valuable_ratio", city));

        Assert.Equal([new OpenItem("tre", OpenKind.Tipoffs, 1)], (await wards.ReadAsync("valuable_ratio")).Seal!.Open);
    }

    [Fact]
    public async Task It_is_sealed_once_by_those_above_the_whole_group_and_audited()
    {
        await using var wards = await Wards.BusyAsync();
        await DecideTheLastAsync(wards);
        Asker[] others = [new(Role.Commander, await wards.IdAsync("north"), 3, "north"), new(Role.Chief, await wards.IdAsync("sen"), 4, "sen"), new(Role.Analyst, null, 5, "analyst")];
        foreach (var other in others)
            Assert.Equal(SealRefusal.NotAllowed, await wards.SealAsync("valuable_ratio", other));
        Assert.Equal(SealRefusal.NotOver, await wards.SealAsync("valuable_ratio", await wards.CommanderAsync(), "2026-03"));

        Assert.Null(await wards.SealAsync("valuable_ratio", null));
        Assert.Equal(SealRefusal.SealedAlready, await wards.SealAsync("valuable_ratio", await wards.CommanderAsync()));

        await using var db = await wards.App.OpenAsync();
        var line = await db.AuditRecords.SingleAsync(l => l.Action == "leaderboard.sealed");
        Assert.Equal(("system", """{"PeerGroup":"wards","Period":"2026-02","Metric":"valuable_ratio"}"""), (line.Actor, line.Subject));
        var board = await db.SealedLeaderboards.SingleAsync();
        Assert.Contains((AuditFact.Digest, Convert.ToHexStringLower(board.Digest)), AuditFacts.Read(line.After!)!);
        await db.Database.ExecuteSqlRawAsync("UPDATE SealedLeaderboards SET Content = replace(Content, '\"Count\":9', '\"Count\":8')");
        Assert.False((await wards.ReadAsync("valuable_ratio")).Seal!.IsWhole);
    }

    [Fact]
    public async Task A_group_too_thin_for_itself_takes_the_prior_that_was_sealed_last()
    {
        await using var wards = await Wards.BusyAsync();
        await DecideTheLastAsync(wards);
        await wards.ReplyAsync("sen-zalo", "2026-03-02", 5, 6);
        foreach (var page in new[] { "sen-zalo", "mai-zalo", "cuc-zalo", "lan-zalo", "tre-zalo" })
            await wards.ReplyAsync(page, "2026-02-03", 20, 40);
        Assert.All((await wards.ReadAsync("answered_in_time", "2026-03")).Board.Apart, a => Assert.Contains(a.Reason, new[] { NotRankedReason.TooFew, NotRankedReason.GroupTooSmall }));

        Assert.Null(await wards.SealAsync("answered_in_time", await wards.CommanderAsync()));

        var view = await wards.ReadAsync("answered_in_time", "2026-03");
        Assert.Equal("2026-02", view.Board.Prior!.SealedPeriod);
        Assert.Equal("sen", Assert.Single(view.Board.Rows).Unit);
    }

    [Fact]
    public async Task A_chief_objects_for_his_unit_and_a_commander_above_answers()
    {
        await using var wards = await Wards.BusyAsync();
        await DecideTheLastAsync(wards);
        await wards.SealAsync("valuable_ratio", await wards.CommanderAsync());
        var id = (await wards.ReadAsync("valuable_ratio")).Seal!.Id;
        var chief = new Asker(Role.Chief, await wards.IdAsync("dao"), 7, "dao");
        var north = new Asker(Role.Commander, await wards.IdAsync("north"), 8, "north");
        await using var scope = wards.App.Services.CreateAsyncScope();
        var appeals = scope.ServiceProvider.GetRequiredService<Appeals>();

        Assert.False(await appeals.NoteAsync(north, id, "không đồng ý", CancellationToken.None));
        Assert.False(await appeals.NoteAsync(new Asker(Role.Chief, await wards.IdAsync("doi-1"), 9, "doi"), id, "không đồng ý", CancellationToken.None));
        Assert.False(await appeals.NoteAsync(chief, id, "", CancellationToken.None));
        Assert.True(await appeals.NoteAsync(chief, id, "Hai tin bị ghi nhầm cho đơn vị khác", CancellationToken.None));
        Assert.False(await appeals.NoteAsync(chief, id, "lần nữa", CancellationToken.None));
        var appeal = Assert.Single((await wards.ReadAsync("valuable_ratio")).Seal!.Appeals);
        Assert.False(await appeals.AnswerAsync(chief, appeal.Id, "tự trả lời", CancellationToken.None));
        Assert.False(await appeals.AnswerAsync(new Asker(Role.Commander, await wards.IdAsync("south"), 10, "south"), appeal.Id, "không phải", CancellationToken.None));
        Assert.True(await appeals.AnswerAsync(north, appeal.Id, "Đã đính chính một tin", CancellationToken.None));

        var answered = Assert.Single((await wards.ReadAsync("valuable_ratio", asker: chief)).Seal!.Appeals);
        Assert.Equal(("dao", "Đã đính chính một tin", "north"), (answered.NotedBy, answered.Answer, answered.AnsweredBy));
        Assert.Empty((await wards.ReadAsync("valuable_ratio", asker: new Asker(Role.Staff, await wards.IdAsync("sen")))).Seal!.Appeals);
        await using var db = await wards.App.OpenAsync();
        Assert.Equal(["appeal.noted", "appeal.answered"], await db.AuditRecords.Where(l => l.Action.StartsWith("appeal")).OrderBy(l => l.Number).Select(l => l.Action).ToListAsync());
    }

    [Fact]
    public async Task A_commander_sets_targets_for_those_below_him()
    {
        await using var wards = await Wards.StartAsync();
        var ask = (await wards.ReadAsync("followers_per_1000")).Ask;
        var north = new Asker(Role.Commander, await wards.IdAsync("north"), 8, "north");
        await using var scope = wards.App.Services.CreateAsyncScope();
        var targets = scope.ServiceProvider.GetRequiredService<Targets>();

        Assert.False(await targets.SetAsync(new Asker(Role.Chief, await wards.IdAsync("sen"), 9, "sen"), "sen", ask, 50, CancellationToken.None));
        Assert.False(await targets.SetAsync(north, "tre", ask, 50, CancellationToken.None));
        Assert.False(await targets.SetAsync(north, "sen", ask, -1, CancellationToken.None));
        Assert.False(await targets.SetAsync(north, "sen", ask with { Metric = LeaderboardMetric.ValuableRatio }, 1.2, CancellationToken.None));
        Assert.True(await targets.SetAsync(north, "sen", ask, 50, CancellationToken.None));
        Assert.True(await targets.SetAsync(north, "sen", ask, 60, CancellationToken.None));
        Assert.True(await targets.SetAsync(north, "mai", ask, 40, CancellationToken.None));
        Assert.True(await targets.SetAsync(north, "mai", ask, null, CancellationToken.None));

        Assert.Equal([KeyValuePair.Create("sen", 60.0)], await targets.ReadAsync(ask, CancellationToken.None));
        await using var db = await wards.App.OpenAsync();
        Assert.Equal([(null, Value(50)), (Value(50), Value(60)), (null, Value(40)), (Value(40), null)], (await db.AuditRecords.Where(l => l.Action.StartsWith("leaderboard.target")).OrderBy(l => l.Number).ToListAsync()).Select(l => (l.Before, l.After)));

        static string? Value(int value) => AuditFacts.Write((AuditFact.Value, value));
    }

    [Fact]
    public async Task An_aim_of_a_document_is_the_target_of_followers_where_no_commander_set_one()
    {
        await using var wards = await Wards.StartAsync();
        await using (var db = await wards.App.OpenAsync())
        {
            db.AddRange(await AimAsync("sen", "2026-01-10", 30), await AimAsync("sen", "2026-02-28", 45), await AimAsync("sen", "2026-03-01", 90), await AimAsync("mai", "2026-01-10", 30));
            await db.SaveChangesAsync();
        }

        var ask = (await wards.ReadAsync("followers_per_1000")).Ask;
        await using var scope = wards.App.Services.CreateAsyncScope();
        var targets = scope.ServiceProvider.GetRequiredService<Targets>();
        Assert.True(await targets.SetAsync(new Asker(Role.Commander, await wards.IdAsync("north"), 8, "north"), "mai", ask, 40, CancellationToken.None));

        Assert.Equal([("mai", 40.0), ("sen", 450)], (await targets.ReadAsync(ask, CancellationToken.None)).OrderBy(t => t.Key).Select(t => (t.Key, t.Value)));
        Assert.Empty(await targets.ReadAsync(ask with { Metric = LeaderboardMetric.TipoffsPer10000 }, CancellationToken.None));

        async Task<Reading> AimAsync(string unit, string day, double percent) => new()
        {
            UnitId = await wards.IdAsync(unit),
            Metric = Metric.CoverageTarget.Id,
            At = DateTimeOffset.Parse(day + "T08:00:00+07:00", null),
            Value = percent,
            Source = ReadingSource.Declared,
        };
    }

    [Fact]
    public async Task A_target_of_a_sealed_period_stays()
    {
        await using var wards = await Wards.BusyAsync();
        await DecideTheLastAsync(wards);
        Assert.Null(await wards.SealAsync("valuable_ratio", null));
        await using var scope = wards.App.Services.CreateAsyncScope();

        Assert.False(await scope.ServiceProvider.GetRequiredService<Targets>().SetAsync(await wards.CommanderAsync(), "sen", (await wards.ReadAsync("valuable_ratio")).Ask, 0.1, CancellationToken.None));
    }

    [Fact]
    public async Task A_sealed_rate_is_told_over_the_days_of_the_period_that_takes_its_prior()
    {
        await using var wards = await Wards.BusyAsync();
        wards.Clock.Now = DateTimeOffset.Parse("2026-03-21T01:40:00+07:00", null);
        Assert.Null(await wards.SealAsync("tipoffs_per_10000", null));
        var sealedPrior = (await wards.ReadAsync("tipoffs_per_10000")).Board.Prior!;

        var taken = (await wards.ReadAsync("tipoffs_per_10000", "2026-03")).Board.Prior!;

        Assert.Equal((6.0, "2026-02"), (sealedPrior.Mean, taken.SealedPeriod));
        Assert.Equal(6.0 * 31 / 28, taken.Mean, 9);
        Assert.Equal(sealedPrior.Mean * sealedPrior.Weight, taken.Mean * taken.Weight, 9);
    }

    private static async Task DecideTheLastAsync(Wards wards)
    {
        await using var db = await wards.App.OpenAsync();
        var waiting = await db.Tipoffs.AsNoTracking().SingleAsync(t => t.Verdict == null);
        await wards.DecideAsync(waiting, Verdict.NotValuable);
    }
}
