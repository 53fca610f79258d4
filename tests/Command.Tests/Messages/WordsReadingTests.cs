using Command.Boards.Queue;
using Command.Data;
using Command.Jobs;
using Command.Messages;
using Command.Rollups;
using Command.Tipoffs;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Messages;

public sealed class WordsReadingTests
{
    private static readonly CancellationToken none = CancellationToken.None;

    public static TheoryData<Role, string?, bool> Matrix
    {
        get
        {
            var matrix = new TheoryData<Role, string?, bool>();
            foreach (var role in Enum.GetValues<Role>())
            {
                foreach (var unit in new[] { null, "city", "ward-0", "ward-1" })
                    matrix.Add(role, unit, role is Role.Commander or Role.Chief or Role.Staff && unit != "ward-1");
            }

            return matrix;
        }
    }

    [Theory, MemberData(nameof(Matrix))]
    public async Task Words_and_the_resident_are_shown_to_those_who_work_there_and_each_look_is_audited(Role role, string? unit, bool sees)
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1), text: "tin báo: \u202Ecó trộm <script>");
        var id = await app.ConversationAsync();
        var asker = await app.AskerAsync(role, unit);
        var reading = app.Get<WordsReading>();

        var words = await reading.ReadAsync(asker, id, none);
        var inbox = await reading.InboxAsync(asker, id, none);
        var (seed, refusal) = await reading.SeedAsync(asker, id, 0, none);

        Assert.Equal(sees ? "tin báo: \uFFFDcó trộm <script>" : null, words?.Turns.Single().Words);
        Assert.Equal(sees ? "https://oa.zalo.me/chat?uid=resident-0&oaid=oa-0" : null, inbox);
        Assert.Equal(sees ? null : DeskFault.NotThere, refusal?.Fault);
        Assert.Equal(sees, seed is not null);
        Assert.Equal(sees ? 2 : 0, (await app.AuditedAsync(WordsReading.WordsSeen)).Count);
        Assert.Equal(sees ? 1 : 0, (await app.AuditedAsync(WordsReading.ResidentSeen)).Count);
    }

    [Fact]
    public async Task A_conversation_is_read_with_why_the_rules_proposed_what_they_did()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-3), text: "cho hỏi lam can cuoc");
        await app.ReplyAsync("r1", Ward.Monday.AddHours(-2));
        await app.WriteAsync("m2", Ward.Monday.AddHours(-1), text: "cảm ơn");
        var asker = await app.AskerAsync(Role.Staff);
        var id = await app.ConversationAsync();
        await app.Get<MessageDesk>().ClassifyAsync(asker, id, 0, MessageKind.Other, none);

        var turns = (await app.Get<WordsReading>().ReadAsync(asker, id, none))!.Turns;

        Assert.Equal([EventKind.Message, EventKind.Reply, EventKind.Message], turns.Select(t => t.Event));
        Assert.Equal(["cho hỏi lam can cuoc", null, "cảm ơn"], turns.Select(t => t.Words));
        Assert.Equal([new Proposal(MessageKind.Procedure, 2, "căn cước"), null, new Proposal(MessageKind.Praise, 4, "cảm ơn")], turns.Select(t => t.Proposal));
        Assert.Equal([MessageKind.Procedure, MessageKind.Unclassified, MessageKind.Other], turns.Select(t => t.Kind));
    }

    [Fact]
    public async Task One_click_makes_a_tip_off_of_the_matter_and_a_second_one_the_same()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m0", Ward.Monday.AddHours(-9), text: "chuyện cũ");
        await app.ReplyAsync("r0", Ward.Monday.AddHours(-8));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-3), text: "cho tôi hỏi thủ tục");
        await app.WriteAsync("m2", Ward.Monday.AddHours(-2), text: "ở số 5 ồn lắm");
        var (id, asker) = (await app.ConversationAsync(), await app.AskerAsync(Role.Staff));

        var (seed, _) = await app.Get<WordsReading>().SeedAsync(asker, id, 0, none);
        var (again, _) = await app.Get<WordsReading>().SeedAsync(asker, id, 1, none);
        var (none2, refusal) = await app.Get<WordsReading>().SeedAsync(asker, id, 1, none);

        Assert.Equal(("cho tôi hỏi thủ tục\nở số 5 ồn lắm", Ward.Monday.AddHours(-3)), (seed!.Words, seed.ReceivedAt));
        Assert.Equal((id, await app.UnitAsync("ward-0")), (seed.ConversationId, seed.UnitId));
        Assert.Equivalent(seed, again, strict: true);
        Assert.Equal((null, DeskFault.SomebodyWasFirst), (none2, refusal!.Fault));
        Assert.Equal((0, 1), (await app.CountAsync(Metric.ProcedureQuestions), await app.CountAsync(Metric.TipoffCandidates)));
        Assert.Empty(await app.DriftAsync());
    }

    [Fact]
    public async Task What_came_beside_the_words_is_named_to_those_who_may_see_them_and_goes_into_the_tip_off()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await Ward.StartAsync(clock);
        var picture = new SentFile(Attachments.Image, "\u202Egpj.exe", "https://cdn.example/anh-1");
        var place = new SentFile(Attachments.Location, "21.28, 106.2", null);
        await app.WriteAsync("m1", clock.Now.AddHours(-2), text: "", files: [picture]);
        await app.WriteAsync("m2", clock.Now.AddHours(-1), text: "có trộm", files: [place]);
        var (id, asker) = (await app.ConversationAsync(), await app.AskerAsync(Role.Staff));

        var turns = (await app.Get<WordsReading>().ReadAsync(asker, id, none))!.Turns;
        var made = await app.Get<TipoffMaking>().MakeAsync(asker, id, 0, TipoffCategory.Theft, none);
        var (words, _) = await app.Get<TipoffDesk>().LookAsync(made.Number!, asker, none);

        Assert.Equal([null, "có trộm"], turns.Select(t => t.Words));
        Assert.Equal([picture, place], turns.SelectMany(t => t.Files));
        Assert.Equal(MessageKind.TipOff, turns[1].Kind);
        Assert.Equal(("có trộm", "21.28, 106.2"), (words!.Words, words.Place));
        Assert.Equal([picture, place], words.Files);
        Assert.NotNull((await app.Get<TipoffDesk>().LookAsync(made.Number!, await app.AskerAsync(Role.Staff, "ward-1"), none)).Refusal);
        await using (var db = await app.OpenAsync())
        {
            var kept = (await db.Words.Select(w => w.Protected).ToListAsync()).Concat(await db.TipoffWords.Select(w => w.Words!).ToListAsync());
            Assert.DoesNotContain(kept, bytes => System.Text.Encoding.Latin1.GetString(bytes).Contains("cdn.example", StringComparison.Ordinal));
        }

        clock.Now = Ward.Monday.AddDays(91);
        await app.Get<Purge>().RunAsync(none);
        Assert.Empty((await app.Get<TipoffDesk>().LookAsync(made.Number!, asker, none)).Words!.Files);
        Assert.Empty((await app.Get<WordsReading>().ReadAsync(asker, id, none))!.Turns.SelectMany(t => t.Files));
    }

    [Fact]
    public void Words_that_begin_like_the_mark_are_taken_for_words()
    {
        var text = new SentWords("\u0001{\"Text\":\"x\"}", []);

        Assert.Equal(text.Text, SentWords.Of(text.Write()).Text);
        Assert.Equal("chữ", SentWords.Of("chữ"u8.ToArray()).Text);
    }

    [Fact]
    public async Task The_residents_id_is_written_when_it_is_new_or_half_its_time_is_over_and_goes_with_the_words()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await Ward.StartAsync(clock);
        var asker = await app.AskerAsync(Role.Staff);
        await app.WriteAsync("m1", clock.Now);
        var id = await app.ConversationAsync();
        var first = await StoredAsync(app);
        Assert.Equal(Ward.Monday.AddDays(90), first.ExpiresAt);
        Assert.DoesNotContain("resident-0", System.Text.Encoding.UTF8.GetString(first.Protected), StringComparison.Ordinal);

        clock.Now = Ward.Monday.AddDays(44);
        await app.WriteAsync("m2", clock.Now);
        Assert.Equal(first.Protected, (await StoredAsync(app)).Protected);

        clock.Now = Ward.Monday.AddDays(46);
        await app.WriteAsync("m3", clock.Now);
        Assert.Equal(Ward.Monday.AddDays(136), (await StoredAsync(app)).ExpiresAt);

        clock.Now = Ward.Monday.AddDays(136);
        Assert.Null(await app.Get<WordsReading>().InboxAsync(asker, id, none));
        await app.Get<Purge>().RunAsync(none);
        await using var db = await app.OpenAsync();
        Assert.False(await db.ResidentIds.AnyAsync() || await db.Words.AnyAsync());
        Assert.True(await db.Conversations.AnyAsync());
    }

    private static async Task<ResidentId> StoredAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        return await db.ResidentIds.AsNoTracking().SingleAsync();
    }
}
