using Command.Data;
using Command.People;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>The conversations that wait in the asker's sight, oldest first; read from conversations alone, never from events.</summary>
public sealed class MessageQueueQuery(
    IDbContextFactory<CommandDb> databases, UnitRegistry units, ReplyTargetBook targets, TimeProvider time)
{
    public const int LinesOfPage = 50;

    /// <summary>What does not pass the filter is read over; beyond this the page ends, and the next goes on from there.</summary>
    private const int MostRead = 20_000;

    public async Task<QueuePage> ReadAsync(Asker asker, QueueFilter filter, CancellationToken cancellation)
    {
        var view = await ViewAsync(asker, cancellation);
        var pages = view.Pages(filter.UnitId);
        if (filter.PageId is { } page)
            pages.IntersectWith([page]);
        if (pages.Count == 0)
            return new QueuePage([], false, 0, view.Now);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var context = await ContextAsync(db, view, cancellation);
        int[] ids = [.. pages];
        var waiting = db.Conversations.AsNoTracking().Where(c => c.WaitingSince != null && EF.Parameter(ids).Contains(c.PageId));
        var count = await waiting.CountAsync(cancellation);
        if (filter.After is { } after)
            waiting = waiting.Where(c => c.WaitingSince > after.Since || (c.WaitingSince == after.Since && c.Id > after.ConversationId));

        var lines = new List<QueueLine>();
        await foreach (var row in Rows(db, waiting).Take(MostRead).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var line = context.Line(row.Conversation, row.Handling);
            if (!Passes(line, filter, asker, view.Now))
                continue;
            if (lines.Count == LinesOfPage)
                return new QueuePage(lines, true, count, view.Now);
            lines.Add(line);
        }

        return new QueuePage(lines, false, count, view.Now);
    }

    /// <summary>One conversation, whether or not it waits; null when there is none in the asker's sight.</summary>
    public async Task<(QueueLine Line, bool Waits)?> FindAsync(Asker asker, long conversationId, CancellationToken cancellation)
    {
        var view = await ViewAsync(asker, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await Rows(db, db.Conversations.AsNoTracking().Where(c => c.Id == conversationId)).SingleOrDefaultAsync(cancellation);
        if (row is null || view.Tree.OwnerOn(row.Conversation.PageId, view.Today) is not { } owner || !view.Sight.SeesRecords(owner))
            return null;
        var line = (await ContextAsync(db, view, cancellation)).Line(row.Conversation, row.Handling);
        return (line, row.Conversation.WaitingSince is not null);
    }

    /// <summary>Units that can be asked for, by name.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> UnitsAsync(Asker asker, CancellationToken cancellation)
    {
        var view = await ViewAsync(asker, cancellation);
        return [.. view.Tree.Units.Values
            .Where(u => view.Tree.VersionOn(u.Id, view.Today) is not null && view.Sight.SeesRecords(u.Id))
            .Select(u => (u.Key, view.Tree.NameOf(u.Id, view.Today)))
            .OrderBy(u => u.Item2, StringComparer.CurrentCulture)];
    }

    private async Task<View> ViewAsync(Asker asker, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var tree = await units.TreeAsync(cancellation);
        return new View(asker, tree, LocalTime.DayOf(now), now, Sight.Of(asker, tree, LocalTime.DayOf(now)));
    }

    private async Task<Context> ContextAsync(CommandDb db, View view, CancellationToken cancellation)
    {
        var officers = await db.OfficersInCharge.AsNoTracking().Where(o => o.From <= view.Today).ToListAsync(cancellation);
        return new Context(
            view,
            await targets.ReadAsync(cancellation),
            officers.GroupBy(o => o.UnitId).ToDictionary(g => g.Key, g => g.MaxBy(o => o.From)!));
    }

    private static bool Passes(QueueLine line, QueueFilter filter, Asker asker, DateTimeOffset now) =>
        (filter.Kind is null || line.Kind == filter.Kind)
        && (!filter.Overdue || now >= line.DueAt)
        && (!filter.Mine || IsHis(line, asker));

    private static bool IsHis(QueueLine line, Asker asker) =>
        (line.HandlerId is { } handler && handler == asker.PersonId)
        || (line.Stage == Stage.Officer && line.OfficerId == asker.PersonId)
        || (line.Stage == Stage.Chief && asker.Role == Role.Chief && asker.UnitId == line.UnitId);

    private static IQueryable<Row> Rows(CommandDb db, IQueryable<Conversation> conversations) =>
        from c in conversations
        join h in db.Handlings.AsNoTracking() on c.Id equals h.ConversationId into handled
        from handling in handled.DefaultIfEmpty()
        orderby c.WaitingSince, c.Id
        select new Row { Conversation = c, Handling = handling };

    private sealed class Row
    {
        public required Conversation Conversation { get; init; }

        public required Handling? Handling { get; init; }
    }

    private sealed record View(Asker Asker, UnitTree Tree, DateOnly Today, DateTimeOffset Now, Sight Sight)
    {
        /// <summary>Pages whose records are in sight. A page that belongs to nobody is in nobody's queue.</summary>
        public HashSet<int> Pages(int? unitId) => unitId is { } asked && !Sight.SeesRecords(asked)
            ? []
            : Tree.PagesUnder(unitId ?? Sight.RootUnitId, Today).Where(page => Tree.OwnerOn(page, Today) is { } owner && Sight.SeesRecords(owner)).ToHashSet();
    }

    private sealed record Context(View View, ReplyTargets Targets, IReadOnlyDictionary<int, OfficerInCharge> Officers)
    {
        public QueueLine Line(Conversation conversation, Handling? stored)
        {
            var handling = stored?.IsOf(conversation.WaitingSince) == true ? stored : null;
            var unitId = View.Tree.OwnerOn(conversation.PageId, View.Today)!.Value;
            var page = View.Tree.Pages[conversation.PageId];
            var kind = handling?.Kind ?? conversation.WaitingKind ?? MessageKind.Unclassified;
            var since = conversation.WaitingSince ?? handling?.Since ?? conversation.LastReplyAt ?? DateTimeOffset.UnixEpoch;
            var due = Targets.DueAt(conversation.PageId, kind, since);
            var officer = Officers.GetValueOrDefault(unitId) is { PersonId: not null } named ? named : null;
            return new QueueLine(
                conversation.Id, page.Id, page.Name ?? page.ExternalId, page.Platform, unitId, View.Tree.NameOf(unitId, View.Today), since, due, kind,
                handling?.Kind is not null, handling?.HandlerId, handling?.HandlerName, Escalation.Of(since, due, View.Now, officer is not null),
                officer?.PersonId, officer?.Name, stored?.Version ?? 0, View.Sight.MayWork(unitId));
        }
    }
}
