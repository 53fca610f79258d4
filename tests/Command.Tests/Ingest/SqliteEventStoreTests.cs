using Command.Ingest;
using Microsoft.EntityFrameworkCore;
using static Command.Tests.Ingest.StoreSamples;

namespace Command.Tests.Ingest;

/// <summary>What the embedded engine keeps in memory, and in its log, between two batches.</summary>
public sealed class SqliteEventStoreTests
{
    [Fact]
    public async Task A_conversation_that_somebody_else_changed_is_read_anew()
    {
        await using var there = await StoreUnderTest.OnAsync("Sqlite");
        var waiting = Conversation(1, "an");
        there.Commit(b =>
        {
            b.Open([waiting]);
            waiting.WaitingSince = At(1);
            b.Save([waiting]);
        });
        await there.ChangeAsync(db => db.Conversations.ExecuteUpdateAsync(set => set.SetProperty(c => c.WaitingSince, At(5))));

        var again = Conversation(1, "an");
        there.Commit(b => b.Open([again]));

        Assert.Equal((waiting.Id, At(5)), (again.Id, again.WaitingSince));
    }

    [Fact]
    public async Task Of_a_batch_that_was_not_committed_nothing_is_known()
    {
        await using var there = await StoreUnderTest.OnAsync("Sqlite");
        using (var given = there.Store.Begin())
            given.Open([Conversation(1, "an")]);

        var first = Conversation(1, "an");
        there.Commit(b => b.Open([first]));

        Assert.Equal(first.Id, Assert.Single(await there.RowsAsync(db => db.Conversations)).Id);
    }

    [Fact]
    public async Task The_log_is_written_over_while_batches_go_on()
    {
        await using var there = await StoreUnderTest.OnAsync("Sqlite");
        var words = new byte[256 * 1024];
        there.Commit(b => b.Insert([New("first")], Start, Expiry));
        var begun = there.LogsBegun;
        var written = 0L;
        for (var i = 0; there.LogsBegun == begun && written < SqliteCheckpoint.MostLogBytes; i++, written += words.Length)
            there.Commit(b => b.Insert([New($"event {i}", words: words)], Start, Expiry));

        // A commit that had to do it itself would come later.
        Assert.InRange(written, SqliteCheckpoint.LogBytes, SqliteCheckpoint.MostLogBytes - SqliteCheckpoint.LogBytes / 2);
    }
}
