using System.Text;
using Command.Data;
using Command.Ingest;
using Microsoft.AspNetCore.DataProtection;
using static Command.Tests.Ingest.StoreSamples;

namespace Command.Tests.Ingest;

/// <summary>What every engine's event store promises about conversations and their turns.</summary>
public sealed class EventStoreConversations
{
    private const EventKind Message = EventKind.Message;
    private const EventKind Reply = EventKind.Reply;

    [Theory, Sqlite, SqlServer]
    public async Task A_conversation_is_opened_once_for_a_resident_and_a_page(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        ConversationState[] first = [Conversation(2, "an"), Conversation(1, "binh"), Conversation(1, "an")];
        ConversationState[] second = [Conversation(1, "an"), Conversation(1, "chi"), Conversation(2, "an")];

        there.Commit(b => b.Open(first));
        there.Commit(b => b.Open(second));
        there.Commit(b => b.Open([]));

        Assert.Equal((first[2].Id, first[0].Id), (second[0].Id, second[2].Id));
        var ids = first.Append(second[1]).Select(c => c.Id).ToList();
        Assert.Equal(4, ids.Distinct().Count());
        Assert.DoesNotContain(0, ids);
        Assert.All(first, c => Assert.Equal((null, null), (c.WaitingSince, c.LastReplyAt)));
        Assert.Equal(
            first.Append(second[1]).Select(c => (c.Id, c.PageId, Convert.ToHexString(c.Person))).Order(),
            (await there.RowsAsync(db => db.Conversations)).Select(c => (c.Id, c.PageId, Convert.ToHexString(c.Person))).Order());
    }

    [Theory, Sqlite, SqlServer]
    public async Task A_state_that_was_saved_is_read_by_the_next_batch(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        ConversationState[] saved = [Conversation(1, "an"), Conversation(1, "binh"), Conversation(1, "chi")];
        there.Commit(b =>
        {
            b.Open(saved);
            (saved[0].WaitingSince, saved[0].LastReplyAt) = (At(1), At(3));
            saved[1].LastReplyAt = At(4);
            b.Save([saved[1], saved[0]]);
            b.Save([]);
        });

        var read = Reopen(there);
        Assert.Equal((At(1), At(3)), (read[0].WaitingSince, read[0].LastReplyAt));
        Assert.Equal((null, At(4)), (read[1].WaitingSince, read[1].LastReplyAt));
        Assert.Equal((null, null), (read[2].WaitingSince, read[2].LastReplyAt));

        saved[0].WaitingSince = null;
        there.Commit(b => b.Save([saved[0]]));
        read = Reopen(there);
        Assert.Equal((null, At(3)), (read[0].WaitingSince, read[0].LastReplyAt));
    }

    [Theory, Sqlite, SqlServer]
    public async Task Turns_around_reach_from_the_last_reply_before_to_the_first_reply_after(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var turns = Turns(there, (Message, 1), (Reply, 10), (Message, 12), (Message, 15), (Reply, 20), (Message, 25), (Reply, 30), (Message, 35));

        Assert.Equal([12, 15, 20], turns(14, 14));
        Assert.Equal([12, 15, 20, 25, 30], turns(14, 22));
        Assert.Equal([1, 10], turns(0, 5));
        Assert.Equal([35], turns(31, 40));
        Assert.Equal([1, 10, 12, 15, 20, 25, 30, 35], turns(0, 40));
    }

    [Theory, Sqlite, SqlServer]
    public async Task A_reply_at_the_very_beginning_opens_no_window_and_one_at_the_very_end_closes_it(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var turns = Turns(there, (Message, 5), (Reply, 10), (Message, 10), (Message, 15), (Message, 20), (Reply, 20), (Message, 21));

        Assert.Equal([5, 10, 10], turns(10, 10));
        Assert.Equal([15, 20, 20], turns(11, 20));
        Assert.Equal([5, 10, 10, 15, 20, 20], turns(10, 20));
    }

    [Theory, Sqlite, SqlServer]
    public async Task Excepted_turns_bound_no_window_but_stand_in_the_answer(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var turns = Turns(there, (Message, 1), (Reply, 10), (Message, 12), (Reply, 20), (Message, 25), (Reply, 30));

        Assert.Equal([12, 20], turns(15, 15));
        Assert.Equal([12, 20, 25, 30], turns(15, 15, 20));
        Assert.Equal([1, 10, 12, 20, 25, 30], turns(15, 15, 10, 20));
        Assert.Equal([12, 20], turns(15, 15, 12));
    }

    [Theory, Sqlite, SqlServer]
    public async Task Automatic_replies_and_other_conversations_are_no_turns(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var other = Conversation(7, "someone else");
        there.Commit(b =>
        {
            b.Open([other]);
            b.Insert([New("other", Reply, 13, other), New("nobody's", Reply, 14)], Start, Expiry);
        });
        var turns = Turns(there, (Message, 10), (EventKind.AutomaticReply, 11), (Reply, 20));

        Assert.Equal([10, 20], turns(12, 12));
        Assert.Empty(Around(there.Store, other.Id + 100, 0, 50, []));
    }

    [Theory, Sqlite, SqlServer]
    public async Task A_closing_bounds_a_window_as_a_reply_does_and_is_told_from_one(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var turns = Turns(there, (Message, 1), (EventKind.ClosedWithoutReply, 10), (Message, 12), (EventKind.ClosedWithoutReply, 20), (Message, 25));
        var conversation = Conversation(7, "resident");

        Assert.Equal([12, 20], turns(14, 14));
        Assert.Equal([12, 20, 25], turns(14, 14, 20));
        there.Commit(b =>
        {
            b.Open([conversation]);
            var stored = b.TurnsAround(conversation.Id, At(14), At(14), new HashSet<long>()).OrderBy(t => t.Turn.At).ToList();
            Assert.Equal([(false, false), (false, true)], stored.Select(t => (t.Turn.IsReply, t.Turn.IsClosing)));
        });
    }

    [Theory, Sqlite, SqlServer]
    public async Task What_waits_is_read_again_with_its_kind_and_turns_with_what_was_proposed(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var conversation = Conversation(7, "resident");
        there.Commit(b =>
        {
            b.Open([conversation]);
            b.Insert([new NewEvent(Sealed("a", minute: 3, proposed: MessageKind.TipOff), 7, conversation)], Start, Expiry);
            (conversation.WaitingSince, conversation.WaitingKind) = (At(3), MessageKind.TipOff);
            b.Save([conversation]);
        });

        var read = Conversation(7, "resident");
        there.Commit(b =>
        {
            b.Open([read]);
            Assert.Equal(MessageKind.TipOff, Assert.Single(b.TurnsAround(read.Id, At(3), At(3), new HashSet<long>())).Turn.Proposed);
        });
        Assert.Equal(MessageKind.TipOff, read.WaitingKind);
    }

    [Theory, Sqlite, SqlServer]
    public async Task The_id_of_a_resident_is_kept_with_its_expiry_and_kept_anew(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var protector = new EphemeralDataProtectionProvider().CreateProtector("test");
        ConversationState[] all = [Conversation(1, "an"), Conversation(1, "binh"), Conversation(1, "chi")];
        foreach (var c in all)
            c.Resident = new SealedResident($"resident {c.PageId}", protector);
        there.Commit(b =>
        {
            b.Open(all);
            b.KeepResidents([all[1], all[0]], At(50));
            b.KeepResidents([], At(50));
        });
        there.Commit(b => b.KeepResidents([all[0]], At(70)));

        Assert.Equal([At(70), At(50), null], Reopen(there).Select(c => c.ResidentIdExpiresAt));
        var stored = await there.RowsAsync(db => db.ResidentIds.OrderBy(r => r.ConversationId));
        Assert.Equal([all[0].Id, all[1].Id], stored.Select(r => r.ConversationId));
        Assert.All(stored, r => Assert.Equal("resident 1", Encoding.UTF8.GetString(protector.Unprotect(r.Protected))));
    }

    private static ConversationState[] Reopen(StoreUnderTest there)
    {
        ConversationState[] read = [Conversation(1, "an"), Conversation(1, "binh"), Conversation(1, "chi")];
        there.Commit(b => b.Open(read));
        return read;
    }

    /// <summary>Inserts the turns of one conversation and answers their minutes around others, excepting those of some minutes.</summary>
    private static TurnMinutes Turns(StoreUnderTest there, params (EventKind Kind, int Minute)[] turns)
    {
        var conversation = Conversation(7, "resident");
        var events = turns.Select(t => New($"{t.Kind} {t.Minute}", t.Kind, t.Minute, conversation)).ToList();
        there.Commit(b =>
        {
            b.Open([conversation]);
            b.Insert(events, Start, Expiry);
        });
        return (from, to, except) => Around(there.Store, conversation.Id, from, to, events.Where(e => except.Contains((int)(e.Sealed.OccurredAt - Start).TotalMinutes)).Select(e => e.Id!.Value).ToHashSet());
    }

    private static List<int> Around(EventStore store, long conversationId, int from, int to, HashSet<long> except)
    {
        using var batch = store.Begin();
        return [.. batch.TurnsAround(conversationId, At(from), At(to), except).Select(t => (int)(t.Turn.At - Start).TotalMinutes).Order()];
    }

    private delegate List<int> TurnMinutes(int from, int to, params int[] except);
}
