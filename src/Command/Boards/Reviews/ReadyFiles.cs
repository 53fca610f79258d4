using System.Collections.Concurrent;

namespace Command.Boards.Reviews;

/// <summary>A file that was made while somebody watched, until his browser fetches it.</summary>
public sealed record ReadyFile(int ReviewId, string Person, string Name, byte[] Bytes, DateTimeOffset At);

/// <summary>Keeps made files for minutes: they pass from the open screen to an ordinary download.</summary>
public sealed class ReadyFiles(TimeProvider time)
{
    private const int MostKept = 20;
    private static readonly TimeSpan keptFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, ReadyFile> files = new(StringComparer.Ordinal);

    /// <returns>The ticket by which it is fetched.</returns>
    public string Keep(int reviewId, string person, string name, byte[] bytes)
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in files.Where(f => f.Value.At < now - keptFor).Concat(files.OrderBy(f => f.Value.At).SkipLast(MostKept - 1)).ToList())
            files.TryRemove(old, out _);
        var ticket = Guid.NewGuid().ToString("N");
        files[ticket] = new ReadyFile(reviewId, person, name, bytes, now);
        return ticket;
    }

    /// <summary>Null: it is another's, or has gone.</summary>
    public ReadyFile? Find(string ticket, int reviewId, string person) =>
        files.TryGetValue(ticket, out var file) && file.ReviewId == reviewId && file.Person == person && file.At >= time.GetUtcNow() - keptFor ? file : null;
}
