using Command.Data;
using Command.Ingest;
using static Command.Tests.Ingest.StoreSamples;

namespace Command.Tests.Ingest;

/// <summary>What every engine's event store promises about pages, events, words and what is set aside.</summary>
public sealed class EventStoreContract
{
    [Theory, Sqlite, SqlServer]
    public async Task An_event_is_inserted_once_however_many_batches_bring_it(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var (first, again, other) = (New("a"), New("a"), New("b"));

        there.Commit(b => b.Insert([first], Start, Expiry));
        there.Commit(b => b.Insert([again, other], Start, Expiry));

        Assert.NotNull(first.Id);
        Assert.Null(again.Id);
        Assert.NotNull(other.Id);
        Assert.Equal([first.Id.Value, other.Id.Value], (await there.RowsAsync(db => db.Events.Select(e => e.Id))).Order());
    }

    [Theory, Sqlite, SqlServer]
    public async Task Of_equal_events_in_one_batch_the_first_is_inserted(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        NewEvent[] events = [New("a", minute: 1, words: [1]), New("b"), New("a", minute: 2, words: [2]), New("a", minute: 3)];

        there.Commit(b => b.Insert(events, Start, Expiry));

        Assert.Equal([true, true, false, false], events.Select(e => e.Id is not null));
        Assert.Equal([At(0), At(1)], (await there.RowsAsync(db => db.Events.Select(e => e.OccurredAt))).Order());
        Assert.Equal([1], Assert.Single(await there.RowsAsync(db => db.Words)).Protected);
    }

    [Theory, Sqlite, SqlServer]
    public async Task Ids_grow_in_the_order_of_arrival(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var events = Enumerable.Range(0, 300).Select(i => New($"event {i}", minute: -i)).ToList();

        there.Commit(b => b.Insert([.. events.Take(120)], Start, Expiry));
        there.Commit(b => b.Insert([New("event 7"), .. events.Skip(120), New("event 130")], Start, Expiry));

        Assert.All(events, e => Assert.NotNull(e.Id));
        Assert.Equal(events.Select(e => e.Id), events.Select(e => e.Id).Order());
        Assert.Equal(300, events.Select(e => e.Id).Distinct().Count());
    }

    [Theory, Sqlite, SqlServer]
    public async Task An_event_is_stored_as_it_came_with_its_words_beside_it(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var conversation = Conversation(7, "resident");
        byte[] words = [.. Enumerable.Range(0, 1_000).Select(i => (byte)i)];
        var happened = Start.AddMilliseconds(123);
        var e = new NewEvent(
            new SealedEvent(Platform.Facebook, "page", EventKind.Message, MessageKind.TipOff, "tên \"lạ\" \\ 'của' sự kiện 🚨", happened, Key("a"), Key("resident"), words), 7, conversation);

        there.Commit(b =>
        {
            b.Open([conversation]);
            b.Insert([e], Start.AddMilliseconds(456), Expiry);
        });

        var stored = Assert.Single(await there.RowsAsync(db => db.Events));
        Assert.Equal(
            (e.Id!.Value, 7, EventKind.Message, MessageKind.TipOff, "tên \"lạ\" \\ 'của' sự kiện 🚨", happened, Start.AddMilliseconds(456), (long?)conversation.Id),
            (stored.Id, stored.PageId, stored.Kind, stored.Proposed, stored.Name, stored.OccurredAt, stored.ReceivedAt, stored.ConversationId));
        Assert.Equal(Key("a"), stored.OnceKey);
        var kept = Assert.Single(await there.RowsAsync(db => db.Words));
        Assert.Equal((stored.Id, Expiry), (kept.EventId, kept.ExpiresAt));
        Assert.Equal(words, kept.Protected);
    }

    [Theory, Sqlite, SqlServer]
    public async Task A_page_that_nobody_registered_gets_one_row_without_key_and_name(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var ids = new List<int>();

        there.Commit(b => ids.AddRange([b.PageId(Platform.Zalo, "UCab"), b.PageId(Platform.Zalo, "UCab"), b.PageId(Platform.Facebook, "UCab"), b.PageId(Platform.Zalo, "UCAB")]));
        there.Commit(b => ids.Add(b.PageId(Platform.Zalo, "UCab")));

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(ids[0], ids[4]);
        Assert.Equal(3, ids.Distinct().Count());
        var pages = await there.RowsAsync(db => db.Pages.OrderBy(p => p.Id));
        Assert.Equal(ids.Distinct().Order(), pages.Select(p => p.Id));
        Assert.All(pages, page => Assert.Equal((null, null), (page.Key, page.Name)));
    }

    [Theory, Sqlite, SqlServer]
    public async Task What_is_set_aside_stands_once_with_its_reason(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var missing = new SealedUnusable(Platform.Zalo, UnusableReason.MissingId, Key("x"), [0, 255, 10]);
        var strange = new SealedUnusable(Platform.Facebook, UnusableReason.UnknownShape, Key("y"), []);

        there.Commit(b => b.Insert([missing, strange, missing], Start, Expiry));
        there.Commit(b => b.Insert([strange with { Reason = UnusableReason.TimeOutOfRange }], At(5), Expiry));

        var asides = await there.RowsAsync(db => db.SetAsides.OrderBy(a => a.Reason));
        Assert.Equal(
            [(Platform.Zalo, "missing_id", Start, Expiry), (Platform.Facebook, "unknown_shape", Start, Expiry)],
            asides.Select(a => (a.Platform, a.Reason, a.ReceivedAt, a.ExpiresAt)));
        Assert.Equal([0, 255, 10], asides[0].Protected);
        Assert.Empty(asides[1].Protected);
    }

    [Theory, Sqlite, SqlServer]
    public async Task Of_a_batch_that_was_not_committed_nothing_stands_and_the_next_one_works(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var before = there.Commit(_ => { });
        using (var batch = there.Store.Begin())
        {
            var conversation = Conversation(batch.PageId(Platform.Zalo, "oa-1"), "resident");
            batch.Open([conversation]);
            batch.Insert([New("a", conversation: conversation, words: [1])], Start, Expiry);
            batch.Insert([new SealedUnusable(Platform.Zalo, UnusableReason.MissingId, Key("x"), [1])], Start, Expiry);
            batch.Add(EventStoreSums.Gain(1, 1));
        }

        Assert.Equal(0, (await there.RowsAsync(db => db.Events)).Count + (await there.RowsAsync(db => db.Words)).Count);
        Assert.Equal(0, (await there.RowsAsync(db => db.Pages)).Count + (await there.RowsAsync(db => db.Conversations)).Count);
        Assert.Equal(0, (await there.RowsAsync(db => db.SetAsides)).Count + (await there.RowsAsync(db => db.RollupHours)).Count);
        var again = New("a");
        Assert.Equal(before + 1, there.Commit(b => b.Insert([again], Start, Expiry)));
        Assert.NotNull(again.Id);
    }

    [Theory, Sqlite, SqlServer]
    public async Task The_change_counter_grows_with_every_commit_and_is_what_others_read(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);

        var first = there.Commit(_ => { });
        there.Store.Begin().Dispose();
        var second = there.Commit(b => b.Insert([New("a")], Start, Expiry));

        Assert.Equal(first + 1, second);
        Assert.Equal([second], await there.RowsAsync(db => db.ChangeCounters.Select(c => c.Value)));
    }
}
