using Command.Data;
using Command.People;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Worlds;

/// <summary>
/// Loads worlds at start: all files in one transaction, or none of them. Inserts what is missing and never overwrites,
/// so that loading twice changes nothing and what people changed stays. Boards of every node see what was added.
/// </summary>
public sealed class WorldLoader(
    IDbContextFactory<CommandDb> databases,
    UnitRegistry registry,
    CalendarRegistry calendars,
    ChannelSecrets secrets,
    AuditLog audit,
    TipoffVault vault,
    TipoffSettings tipoffs,
    TimeProvider time,
    ILogger<WorldLoader> logger)
{
    /// <exception cref="WorldException">A file has an error; nothing was loaded.</exception>
    public async Task LoadAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        if (paths.Count == 0)
            return;
        var files = await ReadAsync(paths, cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var known = await WorldKnown.ReadAsync(db, cancellation);
        WorldCheck.Check(files, known);
        if (files.Any(f => f.Errors.Any))
            throw new WorldException([.. files.SelectMany(f => f.Errors.Sentences)]);

        var worlds = files.Select(f => f.World).ToList();
        var firstLoads = await FirstLoadsAsync(db, worlds, cancellation);
        var rows = await new WorldRows(db, known).AddAsync(worlds, firstLoads, cancellation);
        rows += await new WorldTipoffs(db, known, calendars, vault, tipoffs).AddAsync(worlds, firstLoads, time.GetUtcNow(), cancellation);
        rows += await AddSecretsAsync(db, worlds, cancellation);
        if (rows > 0)
            await audit.AppendAsync(db, new AuditEntry(AuditLog.System, "world.loaded", string.Join(", ", worlds.Select(w => w.Name)), After: AuditFacts.Write((AuditFact.Rows, rows))), cancellation);
        await db.SaveChangesAsync(cancellation);
        if (rows > 0)
            await db.CountChangeAsync(cancellation);
        await turn.CommitAsync(cancellation);
        registry.Changed();
        Tell(worlds, rows);
    }

    private static async Task<IReadOnlyList<(World World, WorldErrors Errors)>> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var files = new List<(World, WorldErrors)>();
        foreach (var path in paths.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var errors = new WorldErrors(name);
            if (File.Exists(path))
            {
                files.Add((WorldReader.Read(name, await File.ReadAllBytesAsync(path, cancellation), errors), errors));
            }
            else
            {
                errors.Add("", $"there is no file at {path}");
                files.Add((new World(name), errors));
            }
        }

        return files;
    }

    /// <summary>Relative times count from the first load, so that a second start adds no reading.</summary>
    private async Task<Dictionary<string, DateTimeOffset>> FirstLoadsAsync(CommandDb db, IEnumerable<World> worlds, CancellationToken cancellation)
    {
        var firstLoads = await db.WorldLoads.ToDictionaryAsync(l => l.Name, l => l.FirstLoadedAt, StringComparer.Ordinal, cancellation);
        var now = LocalTime.Slot(time.GetUtcNow(), TimeSpan.FromMilliseconds(1));
        foreach (var world in worlds)
        {
            if (firstLoads.TryAdd(world.Name, now))
                db.WorldLoads.Add(new WorldLoad { Name = world.Name, FirstLoadedAt = now });
        }

        return firstLoads;
    }

    private async Task<int> AddSecretsAsync(CommandDb db, IEnumerable<World> worlds, CancellationToken cancellation)
    {
        var stored = await db.Secrets.ToDictionaryAsync(s => s.Name, StringComparer.Ordinal, cancellation);
        var added = 0;
        foreach (var secret in worlds.SelectMany(w => w.Secrets).DistinctBy(s => s.Name))
        {
            if (!stored.TryGetValue(secret.Name, out var standing))
            {
                db.Secrets.Add(secrets.Close(secret.Name, secret.Value));
                added++;
            }
            else if (secrets.Open(standing) != secret.Value)
            {
                logger.LogWarning("The secret {Secret} stands already with another value, which stays", secret.Name);
            }
        }

        return added;
    }

    private void Tell(IReadOnlyList<World> worlds, int rows)
    {
        logger.LogInformation("Loaded {Worlds}: {Rows} rows were missing and were added", string.Join(", ", worlds.Select(w => w.Name)), rows);
    }
}
