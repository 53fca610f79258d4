using Command.Data;
using Command.Messages;
using Command.People;
using Command.Rollups;
using Command.Tests.Live;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Messages;

public sealed class MessageDeskTests
{
    private static readonly CancellationToken none = CancellationToken.None;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task After_any_history_of_events_and_acts_a_rebuild_finds_no_difference(int seed)
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await Ward.StartAsync(clock);
        var chance = new Random(seed);
        var asker = await app.AskerAsync(Role.Commander, "city");
        var second = await app.AskerAsync(Role.Staff, "city", 2);
        var desk = app.Get<MessageDesk>();
        var history = Happenings.Shuffle(Happenings.History(seed, 240, Ward.Monday.AddDays(-4), Ward.Monday.AddDays(4), pages: 2, people: 4), seed);
        var done = 0;
        foreach (var events in history.Chunk(6))
        {
            clock.Now = Ward.Monday.AddDays(-4).AddHours(chance.Next(8 * 24));
            await app.AppendAsync(events);
            for (var act = 0; act < 3; act++)
                done += await ActAsync(chance.Next(6)) is null ? 1 : 0;
        }

        Assert.True(done > 40, $"Only {done} acts were done.");
        Assert.Empty(await app.DriftAsync());
        await using var db = await app.OpenAsync();
        Assert.True(await db.MessageDecisions.AnyAsync() && await db.Closings.AnyAsync());
        foreach (var conversation in await db.Conversations.AsNoTracking().ToListAsync())
            await AgreesWithItsEventsAsync(db, conversation);

        async Task<DeskRefusal?> ActAsync(int act)
        {
            await using var look = await app.OpenAsync();
            var all = await look.Conversations.Select(c => c.Id).ToListAsync();
            var id = all[chance.Next(all.Count)];
            var version = await app.VersionAsync(id);
            return act switch
            {
                0 or 1 => await desk.ClassifyAsync(asker, id, version, (MessageKind)(1 + chance.Next(6)), none),
                2 or 3 => await desk.CloseAsync(asker, id, version, CloseReason.Thanks, null, none),
                4 => await desk.ReopenAsync(asker, id, version, none),
                _ => await desk.RecheckAsync(second, id, version, chance.Next(2) == 0, none),
            };
        }
    }

    [Fact]
    public async Task Of_two_people_at_once_one_takes_it_and_the_other_is_told_who()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1));
        var id = await app.ConversationAsync();
        var askers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => app.AskerAsync(Role.Staff, person: n)));

        var answers = await Task.WhenAll(askers.Select(a => Task.Run(() => app.Get<MessageDesk>().TakeAsync(a, id, 0, none))));

        Assert.Single(answers, a => a is null);
        await using var db = await app.OpenAsync();
        var handling = await db.Handlings.SingleAsync();
        Assert.Equal((1, askers[Array.FindIndex(answers, a => a is null)].Name), (handling.Version, handling.HandlerName));
        Assert.All(answers.OfType<DeskRefusal>(), a => Assert.Equal((DeskFault.SomebodyWasFirst, handling.HandlerName, DeskAct.Took, Ward.Monday), (a.Fault, a.FirstBy, a.FirstAct!.Value, a.FirstAt!.Value)));
        Assert.Single(await app.AuditedAsync("message.took"));
    }

    [Fact]
    public async Task Reclassifying_moves_the_counts_and_never_makes_more_of_one_matter()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-3), text: "Chào các anh");
        await app.WriteAsync("m2", Ward.Monday.AddHours(-2), text: "cho tôi hỏi thủ tục tạm trú");
        await app.WriteAsync("m3", Ward.Monday.AddHours(-1), text: "có ai không");
        var id = await app.ConversationAsync();
        var asker = await app.AskerAsync(Role.Staff);
        var desk = app.Get<MessageDesk>();

        Assert.Null(await desk.ClassifyAsync(asker, id, 0, MessageKind.TipOff, none));
        Assert.Equal((3, 0, 1), (await app.CountAsync(Metric.Messages), await app.CountAsync(Metric.ProcedureQuestions), await app.CountAsync(Metric.TipoffCandidates)));
        Assert.Null(await desk.ClassifyAsync(asker, id, 1, MessageKind.Other, none));
        Assert.Equal((0, 0), (await app.CountAsync(Metric.ProcedureQuestions), await app.CountAsync(Metric.TipoffCandidates)));
        Assert.Null(await desk.ClassifyAsync(asker, id, 2, MessageKind.Procedure, none));
        Assert.Equal((1, 0), (await app.CountAsync(Metric.ProcedureQuestions), await app.CountAsync(Metric.TipoffCandidates)));
        Assert.Equal(DeskFault.SomebodyWasFirst, (await desk.ClassifyAsync(asker, id, 2, MessageKind.TipOff, none))!.Fault);
        Assert.Equal(DeskFault.UnknownKind, (await desk.ClassifyAsync(asker, id, 3, (MessageKind)77, none))!.Fault);
        Assert.Equal(3, (await app.AuditedAsync("message.classified")).Count);
        Assert.Empty(await app.DriftAsync());
    }

    [Fact]
    public async Task Words_without_a_kind_count_once_when_a_person_finds_one()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-3), text: "Chào các anh");
        await app.WriteAsync("m2", Ward.Monday.AddHours(-2), text: "ở ngõ 5 đêm nào cũng ồn");

        Assert.Null(await app.Get<MessageDesk>().ClassifyAsync(await app.AskerAsync(Role.Staff), await app.ConversationAsync(), 0, MessageKind.TipOff, none));

        Assert.Equal(1, await app.CountAsync(Metric.TipoffCandidates));
        Assert.Empty(await app.DriftAsync());
    }

    [Fact]
    public async Task A_closing_ends_the_wait_without_an_answer_and_the_next_message_is_a_new_matter()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await Ward.StartAsync(clock);
        await app.WriteAsync("m1", Ward.Monday.AddHours(-30));
        var id = await app.ConversationAsync();
        var asker = await app.AskerAsync(Role.Staff);
        var desk = app.Get<MessageDesk>();
        await desk.TakeAsync(asker, id, 0, none);

        Assert.Equal(DeskFault.NeedsNote, (await desk.CloseAsync(asker, id, 1, CloseReason.Other, "  ", none))!.Fault);
        Assert.Null(await desk.CloseAsync(asker, id, 1, CloseReason.Thanks, null, none));
        Assert.Null((await app.StateAsync(id)).WaitingSince);
        Assert.Equal((1, 0, 0), (await app.CountAsync(Metric.ClosedWithoutReply), await app.CountAsync(Metric.FirstReply), await app.CountAsync(Metric.AnsweredInTime)));
        Assert.Equal((1, 1, 1), (await app.CountAsync(Metric.WaitsEnded), await app.CountAsync(Metric.OverdueBegun), await app.CountAsync(Metric.OverdueEnded)));
        Assert.Equal(DeskFault.NobodyWaits, (await desk.TakeAsync(asker, id, 2, none))!.Fault);

        clock.Now = Ward.Monday.AddHours(2);
        await app.WriteAsync("m2", Ward.Monday.AddHours(1));
        var line = Assert.Single((await app.Get<MessageQueueQuery>().ReadAsync(asker, new QueueFilter(), none)).Lines);
        Assert.Equal((Ward.Monday.AddHours(1), null, 2), (line.Since, line.HandlerName, line.Version));
        Assert.Empty(await app.DriftAsync());
    }

    [Fact]
    public async Task Reopening_leaves_everything_as_it_was()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-30));
        await app.ReplyAsync("r1", Ward.Monday.AddHours(-29));
        await app.WriteAsync("m2", Ward.Monday.AddHours(-26), text: "báo tin có trộm");
        var id = await app.ConversationAsync();
        var asker = await app.AskerAsync(Role.Staff);
        var (sums, state) = (await app.SumsAsync(), await app.StateAsync(id));

        Assert.Null(await app.Get<MessageDesk>().CloseAsync(asker, id, 0, CloseReason.Greeting, null, none));
        Assert.NotEqual(sums, await app.SumsAsync());
        Assert.Null(await app.Get<MessageDesk>().ReopenAsync(asker, id, 1, none));

        var after = await app.StateAsync(id);
        Assert.Equal(sums, await app.SumsAsync());
        Assert.Equal((state.WaitingSince, state.LastReplyAt, state.WaitingKind), (after.WaitingSince, after.LastReplyAt, after.WaitingKind));
        Assert.Equal(DeskFault.NotClosed, (await app.Get<MessageDesk>().ReopenAsync(asker, id, 2, none))!.Fault);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    public async Task A_share_of_the_closings_goes_to_a_second_person(string share, bool drawn)
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday), $"--Messages:RecheckShare={share}");
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1));
        var id = await app.ConversationAsync();
        var (first, second) = (await app.AskerAsync(Role.Staff), await app.AskerAsync(Role.Chief, person: 2));
        var desk = app.Get<MessageDesk>();
        Assert.Null(await desk.CloseAsync(first, id, 0, CloseReason.NotForUs, "hỏi đường", none));

        Assert.Equal(DeskFault.OwnClosing, (await desk.RecheckAsync(first, id, 1, true, none))!.Fault);
        Assert.Null(await desk.RecheckAsync(second, id, 1, agrees: false, none));

        Assert.Equal(Ward.Monday.AddHours(-1), (await app.StateAsync(id)).WaitingSince);
        await using var db = await app.OpenAsync();
        var closing = await db.Closings.SingleAsync();
        Assert.Equal((drawn, false, "canbo1", "canbo2"), (closing.IsDrawn, closing.Agreed!.Value, closing.ClosedBy, closing.RecheckedBy));
        Assert.Empty(await app.DriftAsync());
    }

    [Fact]
    public async Task Who_has_it_hands_it_over_and_a_chief_assigns_to_those_who_may_work_there()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1));
        var id = await app.ConversationAsync();
        var (first, second, chief) = (await app.AskerAsync(Role.Staff), await app.AskerAsync(Role.Staff, person: 2), await app.AskerAsync(Role.Chief, person: 3));
        var desk = app.Get<MessageDesk>();

        Assert.Equal(DeskFault.NotYours, (await desk.HandOverAsync(first, id, 0, second, none))!.Fault);
        Assert.Equal(DeskFault.NotAssigner, (await desk.AssignAsync(first, id, 0, second, none))!.Fault);
        Assert.Null(await desk.AssignAsync(chief, id, 0, first, none));
        Assert.Null(await desk.HandOverAsync(first, id, 1, second, none));
        Assert.Equal(DeskFault.NotHis, (await desk.AssignAsync(chief, id, 2, await app.AskerAsync(Role.Staff, "ward-1", 4), none))!.Fault);
        Assert.Equal(DeskFault.NotHis, (await desk.HandOverAsync(second, id, 2, await app.AskerAsync(Role.Analyst, person: 5), none))!.Fault);

        await using var db = await app.OpenAsync();
        Assert.Equal((2, "canbo2"), await db.Handlings.Select(h => ValueTuple.Create(h.HandlerId, h.HandlerName)).SingleAsync());
        Assert.Equal(["""canbo1 {"Conversation":1}"""], await app.AuditedAsync("message.handedover"));
    }

    [Fact]
    public async Task To_another_unit_or_role_no_conversation_is_there()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1));
        var id = await app.ConversationAsync();
        var desk = app.Get<MessageDesk>();
        var strangers = new List<Asker> { await app.AskerAsync(Role.Staff, "ward-1"), await app.AskerAsync(Role.Chief, "ward-1") };
        foreach (var role in new[] { Role.Administrator, Role.Analyst, Role.Wall, Role.Key })
            strangers.AddRange([await app.AskerAsync(role, null), await app.AskerAsync(role, "ward-0")]);

        foreach (var asker in strangers)
        {
            Assert.Equal(DeskFault.NotThere, (await desk.TakeAsync(asker, id, 0, none))!.Fault);
            Assert.Equal(DeskFault.NotThere, (await desk.CloseAsync(asker, id, 0, CloseReason.Test, null, none))!.Fault);
            Assert.Equal(DeskFault.NotThere, (await desk.ClassifyAsync(asker, id, 0, MessageKind.Other, none))!.Fault);
        }

        Assert.Equal(DeskFault.NotThere, (await desk.TakeAsync(await app.AskerAsync(Role.Commander, null), id + 99, 0, none))!.Fault);
        await using var db = await app.OpenAsync();
        Assert.False(await db.Handlings.AnyAsync() || await db.AuditRecords.AnyAsync(r => r.Action.StartsWith("message.")));
    }

    private static async Task AgreesWithItsEventsAsync(CommandDb db, Conversation conversation)
    {
        var events = await db.Events.Where(e => e.ConversationId == conversation.Id).ToListAsync();
        var waits = ReplyClock.Waits(events.Select(e => Turn.Of(e.Kind, e.OccurredAt, e.Proposed)).OfType<Turn>());
        var since = waits is [.., { EndedAt: null } open] ? open.Since : (DateTimeOffset?)null;
        Assert.Equal(since, conversation.WaitingSince);
        Assert.Equal(events.Where(e => e.Kind is EventKind.Reply or EventKind.ClosedWithoutReply).Max(e => (DateTimeOffset?)e.OccurredAt), conversation.LastReplyAt);
        Assert.Equal(
            since is null ? null : Pressing.Most(events.Where(e => e.Kind == EventKind.Message && e.OccurredAt >= since).Select(e => e.Proposed)),
            conversation.WaitingKind);
    }
}
