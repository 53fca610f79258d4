using System.Globalization;
using Command.Data;
using Command.Rollups;

namespace Command.Ingest;

/// <summary>
/// SQLite: one connection that stays open, prepared statements, <c>synchronous=FULL</c> so that a commit survives a
/// loss of power. After any failure the connection is thrown away and the next batch opens a new one.
/// </summary>
public sealed class SqliteEventStore(DatabaseSettings settings) : EventStore, IDisposable
{
    private SqliteWriter? writer;

    public override EventBatch Begin()
    {
        writer ??= SqliteWriter.Open(settings.ConnectionString);
        try
        {
            writer.TendLog();
            writer.Begin.Run();
            writer.DataVersion.Step();
            writer.Known.HoldTo(writer.DataVersion.Long(0)!.Value);
            writer.DataVersion.Reset();
            return new Batch(this, writer);
        }
        catch
        {
            Forget();
            throw;
        }
    }

    public void Dispose() => Forget();

    private void Forget()
    {
        writer?.Dispose();
        writer = null;
    }

    private sealed class Batch(SqliteEventStore store, SqliteWriter writer) : EventBatch
    {
        private readonly List<ConversationState> touched = [];
        private bool committed;

        public override int PageId(Platform platform, string externalId)
        {
            var find = writer.FindPage.Bind(1, (byte)platform).Bind(2, externalId);
            var known = find.Step() ? find.Long(0) : null;
            find.Reset();
            if (known is { } id)
                return (int)id;
            writer.AddPage.Bind(1, (byte)platform).Bind(2, externalId).Run();
            return (int)writer.LastId;
        }

        public override void Open(IReadOnlyCollection<ConversationState> conversations)
        {
            touched.AddRange(conversations);
            foreach (var c in conversations)
            {
                if (writer.Known.TryFill(c))
                    continue;
                var find = writer.FindConversation.Bind(1, c.PageId).Bind(2, c.Person);
                if (find.Step())
                {
                    c.Id = find.Long(0)!.Value;
                    c.WaitingSince = find.Instant(1);
                    c.LastReplyAt = find.Instant(2);
                    c.WaitingKind = (MessageKind?)find.Long(3);
                    c.ResidentIdExpiresAt = find.Instant(4);
                }

                find.Reset();
                if (c.Id != 0)
                    continue;
                writer.AddConversation.Bind(1, c.PageId).Bind(2, c.Person).Run();
                c.Id = writer.LastId;
            }
        }

        public override void Insert(IReadOnlyList<NewEvent> events, DateTimeOffset receivedAt, DateTimeOffset wordsExpireAt)
        {
            foreach (var e in events)
            {
                var s = e.Sealed;
                writer.AddEvent
                    .Bind(1, s.OnceKey)
                    .Bind(2, e.PageId)
                    .Bind(3, (byte)s.Kind)
                    .Bind(4, (byte)s.Proposed)
                    .Bind(5, s.Name)
                    .Bind(6, s.OccurredAt)
                    .Bind(7, receivedAt)
                    .Bind(8, e.Conversation?.Id)
                    .Run();
                if (writer.RowsChanged == 0)
                    continue;
                e.Id = writer.LastId;
                if (s.Words is not null)
                    writer.AddWords.Bind(1, e.Id).Bind(2, s.Words).Bind(3, wordsExpireAt).Run();
            }
        }

        public override void Insert(IReadOnlyList<SealedUnusable> unusable, DateTimeOffset receivedAt, DateTimeOffset expiresAt)
        {
            foreach (var u in unusable)
            {
                writer.AddAside
                    .Bind(1, u.OnceKey).Bind(2, (byte)u.Platform).Bind(3, u.Reason).Bind(4, receivedAt).Bind(5, u.Protected).Bind(6, expiresAt)
                    .Run();
            }
        }

        public override IReadOnlyList<StoredTurn> TurnsAround(long conversationId, DateTimeOffset from, DateTimeOffset to, IReadOnlySet<long> except)
        {
            var ids = "[" + string.Join(',', except.Select(id => id.ToString(CultureInfo.InvariantCulture))) + "]";
            var find = writer.TurnsAround.Bind(1, conversationId).Bind(2, from).Bind(3, to).Bind(4, ids);
            var turns = new List<StoredTurn>();
            while (find.Step())
                turns.Add(new StoredTurn(find.Long(0)!.Value, Turn.Of((EventKind)find.Long(2)!.Value, find.Instant(1)!.Value, (MessageKind)find.Long(3)!.Value, (MessageKind?)find.Long(4))!.Value));
            find.Reset();
            return turns;
        }

        public override void Save(IReadOnlyCollection<ConversationState> conversations)
        {
            touched.AddRange(conversations);
            foreach (var c in conversations)
                writer.SaveConversation.Bind(1, c.Id).Bind(2, c.WaitingSince).Bind(3, c.LastReplyAt).Bind(4, (byte?)c.WaitingKind).Run();
        }

        public override void KeepResidents(IReadOnlyCollection<ConversationState> conversations, DateTimeOffset expiresAt)
        {
            touched.AddRange(conversations);
            foreach (var c in conversations)
            {
                writer.KeepResident.Bind(1, c.Id).Bind(2, c.Resident!.Protect()).Bind(3, expiresAt).Run();
                c.ResidentIdExpiresAt = expiresAt;
            }
        }

        protected override DateOnly? SummedThrough
        {
            get
            {
                var mark = writer.SummedThrough;
                var day = mark.Step() ? mark.Long(0) : null;
                mark.Reset();
                return day is { } number ? DateOnly.FromDayNumber((int)number) : null;
            }
        }

        protected override void AddRows(IReadOnlyList<KeyValuePair<RollupKey, Gain>> gains)
        {
            foreach (var (key, gain) in gains)
            {
                var statement = key.Grain switch
                {
                    Grain.FiveMinutes => writer.AddFiveMinutes.Bind(2, key.Slot),
                    Grain.Hour => writer.AddHour.Bind(2, key.Slot),
                    _ => (key.Grain == Grain.Day ? writer.AddDay : writer.AddMonth).Bind(2, DateOnly.FromDayNumber((int)key.Slot).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                };
                statement.Bind(1, key.PageId).Bind(3, key.Metric).Bind(4, key.Bucket).Bind(5, gain.Count).Bind(6, gain.Sum).Run();
            }
        }

        public override long Commit()
        {
            writer.Bump.Step();
            var version = writer.Bump.Long(0)!.Value;
            writer.Bump.Reset();
            writer.Commit.Run();
            writer.Known.Keep(touched);
            committed = true;
            return version;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !committed)
                store.Forget();
        }
    }
}
