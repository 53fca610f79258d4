using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Command.Data;
using Command.Live;
using Command.Rollups;

namespace Command.Ingest;

/// <summary>The store cannot take an event now: the door answers 503 and the platform sends again.</summary>
public sealed class StoreBusyException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Durable, once, counted: the second hop of a number. Requests that arrive while a batch commits form the next batch,
/// so under load one flush to disk serves many. In one transaction the new events are inserted, folded into the
/// rollups, and their conversations advanced; only then does each caller get its answer. Between a request and its sums
/// nothing can be lost: there is no queue that outlives the answer.
/// </summary>
public sealed class EventLog(EventStore store, Intake intake, IngestSettings settings, ReplyTargetBook targets, LiveBoard board, TimeProvider time, ILogger<EventLog> log) : BackgroundService
{
    /// <summary>Elements in one transaction: enough to share a flush, few enough to be done in some milliseconds.</summary>
    private const int BatchElements = 256;

    /// <summary>Requests that may wait. Above it they are turned away at once, so that memory stays bounded.</summary>
    private const int QueuedRequests = 4_096;

    /// <summary>
    /// So long a batch waits for requests that are being read, so that they share its flush: without it, under load, great
    /// batches and tiny ones alternate, and a tiny one costs as much.
    /// </summary>
    private static readonly TimeSpan gathering = TimeSpan.FromMicroseconds(300);

    /// <summary>Bytes of words that may wait.</summary>
    private const long QueuedBytes = 64 * 1024 * 1024;

    private static readonly Meter meter = new("Command.Ingest");
    private static readonly Counter<long> stored = meter.CreateCounter<long>("command.events.stored");
    private static readonly Counter<long> repeated = meter.CreateCounter<long>("command.events.repeated");
    private static readonly Counter<long> turnedAway = meter.CreateCounter<long>("command.requests.turned_away");

    private readonly Channel<Request> queue = Channel.CreateBounded<Request>(new BoundedChannelOptions(QueuedRequests) { SingleReader = true });
    private readonly Dictionary<(Platform, string), int> pageIds = [];
    private long queuedBytes;

    /// <summary>Completes when every element is committed; an element that stands already is passed over.</summary>
    /// <exception cref="StoreBusyException">Nothing of this request is promised; the same request may come again.</exception>
    public async Task Append(IReadOnlyList<SealedEvent> events, IReadOnlyList<SealedUnusable> unusable, CancellationToken cancellation)
    {
        if (events.Count + unusable.Count == 0)
            return;
        var request = new Request(events, unusable);
        if (Interlocked.Add(ref queuedBytes, request.Bytes) > QueuedBytes || !queue.Writer.TryWrite(request))
        {
            Interlocked.Add(ref queuedBytes, -request.Bytes);
            turnedAway.Add(1);
            throw new StoreBusyException("Too many requests wait for the store.");
        }

        try
        {
            await request.Committed.Task.WaitAsync(settings.AnswerWithin, time, cancellation);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            request.Abandoned = true;
            turnedAway.Add(1);
            throw new StoreBusyException("The store did not answer in time.", e);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => WriteBatches(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void WriteBatches(CancellationToken stopping)
    {
        var batch = new List<Request>();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!queue.Reader.WaitToReadAsync(stopping).AsTask().GetAwaiter().GetResult())
                    return;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            Gather();
            Take(batch);
            if (batch.Count > 0)
                Settle(batch);
            batch.Clear();
        }
    }

    /// <summary>Until half of the requests under way wait here: a lone one goes at once.</summary>
    private void Gather()
    {
        var begun = Stopwatch.GetTimestamp();
        while (queue.Reader.Count < Math.Min(intake.Requests / 2, BatchElements) && Stopwatch.GetElapsedTime(begun) < gathering)
            Thread.Yield();
    }

    private void Take(List<Request> batch)
    {
        var elements = 0;
        while (elements < BatchElements && queue.Reader.TryRead(out var request))
        {
            Interlocked.Add(ref queuedBytes, -request.Bytes);
            if (request.Abandoned)
                continue;
            batch.Add(request);
            elements += request.Events.Count + request.Unusable.Count;
        }
    }

    /// <summary>Commits the requests together or, when that fails, one by one, so that one cannot sink the others.</summary>
    private void Settle(IReadOnlyList<Request> requests)
    {
        try
        {
            var (touched, version) = Write(requests);
            board.Changed(touched, version);
            Answer(requests, null);
        }
        catch (Exception failure) when (requests.Count > 1 && !EventStoreFailure.IsBusy(failure))
        {
            pageIds.Clear();
            log.LogWarning(failure, "A batch of {Requests} requests failed and is tried one by one.", requests.Count);
            foreach (var request in requests)
                Settle([request]);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The store took no batch of {Requests} requests; their senders are asked to come again.", requests.Count);
            pageIds.Clear();
            Answer(requests, new StoreBusyException("The store cannot take events now.", failure));
        }
    }

    /// <summary>
    /// The answers leave one after the other on one thread of the pool, while the next batch is written: waking a thread
    /// for each costs more than the answer itself.
    /// </summary>
    private static void Answer(IReadOnlyList<Request> requests, StoreBusyException? failure) => ThreadPool.UnsafeQueueUserWorkItem(
        static answer =>
        {
            foreach (var request in answer.Requests)
            {
                if (answer.Failure is null)
                    request.Committed.TrySetResult();
                else
                    request.Committed.TrySetException(answer.Failure);
            }
        },
        (Requests: requests.ToArray(), Failure: failure),
        preferLocal: false);

    private (IReadOnlyCollection<int> Pages, long Version) Write(IReadOnlyList<Request> requests)
    {
        var now = time.GetUtcNow();
        var fold = new Fold(targets.ReadAsync(CancellationToken.None).GetAwaiter().GetResult());
        using var batch = store.Begin();

        var conversations = new Dictionary<(int, Guid), ConversationState>();
        var events = requests.SelectMany(r => r.Events, (_, e) => Place(e, batch, conversations)).ToList();
        batch.Open(conversations.Values);
        KeepResidents(conversations.Values, now, batch);
        batch.Insert(events, now, now + settings.WordsKept);
        batch.Insert(requests.SelectMany(r => r.Unusable).ToList(), now, now + settings.WordsKept);

        var fresh = events.FindAll(e => e.Id is not null);
        foreach (var e in fresh)
        {
            fold.Add(e.PageId, e.Sealed.Kind, e.Sealed.Proposed, e.Sealed.OccurredAt);
            if (e.Turn is not null)
                e.Conversation?.Fresh.Add(e);
        }

        var moved = conversations.Values.Where(c => c.Fresh.Count > 0 && Conversations.Advance(c, c.Fresh, fold, batch)).ToList();
        batch.Save(moved);
        batch.Add(fold.Gains);
        var version = batch.Commit();
        stored.Add(fresh.Count);
        repeated.Add(events.Count - fresh.Count);
        return (fresh.Select(e => e.PageId).ToHashSet(), version);
    }

    /// <summary>
    /// An id that lives for another half of the time is left alone: a conversation that is known costs no write, and its
    /// link works for at least that half after its last message.
    /// </summary>
    private void KeepResidents(IEnumerable<ConversationState> conversations, DateTimeOffset now, EventBatch batch)
    {
        var renewBefore = now + settings.WordsKept / 2;
        var needed = conversations.Where(c => c.Resident is not null && !(c.ResidentIdExpiresAt > renewBefore)).ToList();
        if (needed.Count > 0)
            batch.KeepResidents(needed, now + settings.WordsKept);
    }

    private NewEvent Place(SealedEvent e, EventBatch batch, Dictionary<(int, Guid), ConversationState> conversations)
    {
        if (!pageIds.TryGetValue((e.Platform, e.PageExternalId), out var pageId))
            pageIds[(e.Platform, e.PageExternalId)] = pageId = batch.PageId(e.Platform, e.PageExternalId);
        if (e.Person is null)
            return new NewEvent(e, pageId, null);
        var key = (pageId, new Guid(e.Person));
        if (!conversations.TryGetValue(key, out var conversation))
            conversations[key] = conversation = new ConversationState { PageId = pageId, Person = e.Person };
        conversation.Resident ??= e.Resident;
        return new NewEvent(e, pageId, conversation);
    }

    private sealed class Request(IReadOnlyList<SealedEvent> events, IReadOnlyList<SealedUnusable> unusable)
    {
        /// <summary>What an element weighs in memory beside its words.</summary>
        private const int ElementBytes = 500;

        public IReadOnlyList<SealedEvent> Events { get; } = events;

        public IReadOnlyList<SealedUnusable> Unusable { get; } = unusable;

        public long Bytes { get; } = events.Sum(e => ElementBytes + (e.Words?.Length ?? 0)) + unusable.Sum(u => ElementBytes + u.Protected.Length);

        public TaskCompletionSource Committed { get; } = new();

        /// <summary>Its caller has been answered already: it need not be written.</summary>
        public volatile bool Abandoned;
    }
}
