using Command.Data;
using Command.People;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Worlds;

/// <summary>Enters the tip-offs of checked worlds that are missing, as the workflow does; nothing arrives confirmed.</summary>
internal sealed class WorldTipoffs(CommandDb db, WorldKnown known, CalendarRegistry calendars, TipoffVault vault, TipoffSettings settings)
{
    public async Task<int> AddAsync(
        IReadOnlyList<World> worlds, Dictionary<string, DateTimeOffset> firstLoads, DateTimeOffset now, CancellationToken cancellation)
    {
        var entries = worlds.SelectMany(w => Entries(w, firstLoads[w.Name])).ToList();
        if (entries.Count == 0)
            return 0;
        // Entries of a file that was loaded before, and those that stand in two files.
        var standing = await db.Tipoffs.Select(t => t.OnceKey).ToHashSetAsync(cancellation);
        var register = new TipoffRegister(db, await TreeAsync(cancellation), await DeadlineReader.ReadAsync(db, calendars, cancellation), vault, settings);
        var added = 0;
        foreach (var (entry, tipoff) in entries.Where(e => standing.Add(TipoffRegister.OnceKey(e.Tipoff.Once))))
        {
            var row = await register.AddAsync(tipoff, 0, AuditLog.System, now, cancellation);
            if (entry.State.Verdict is { } verdict)
                await register.DeclareAsync(row, verdict, entry.Outcome, AuditLog.System, now, cancellation);
            // Thousands of them would slow the tracker down.
            db.ChangeTracker.Clear();
            added++;
        }

        return added;
    }

    /// <summary>Two alike in one file are two: the n-th of them is the n-th at every load.</summary>
    private IEnumerable<(TipoffEntry Entry, NewTipoff Tipoff)> Entries(World world, DateTimeOffset firstLoad) => world.Tipoffs
        .Select(entry => (Entry: entry, At: entry.ReceivedAt.From(firstLoad)))
        .GroupBy(e => (e.Entry.Unit, e.Entry.Page, At: e.At.ToUnixTimeMilliseconds(), e.Entry.Category))
        .SelectMany(alike => alike.Select((e, n) => (e.Entry, New(e.Entry, e.At, $"world:{alike.Key.Unit}|{alike.Key.Page}|{alike.Key.At}|{alike.Key.Category}|{n}"))));

    private NewTipoff New(TipoffEntry entry, DateTimeOffset receivedAt, string once)
    {
        var source = entry.Source ?? (entry.Page is null ? TipoffSource.Other : TipoffSource.Page);
        return new NewTipoff(once, source, known.Units[entry.Unit].Id, entry.Category, receivedAt)
        {
            PageId = entry.Page is null ? null : known.PagesByKey[entry.Page].Id,
            Urgency = entry.Urgency,
            Words = entry.Words,
            Place = entry.Scene,
        };
    }

    private async Task<UnitTree> TreeAsync(CancellationToken cancellation) => UnitTree.Of(
        await db.Units.AsNoTracking().ToListAsync(cancellation), await db.UnitVersions.AsNoTracking().ToListAsync(cancellation), [], []);
}
