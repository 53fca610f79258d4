using Command.Data;

namespace Command.People;

/// <summary>An act and its line in the audit log, in one transaction that nobody writes beside: who did it and from where comes with the request.</summary>
public sealed class Acts(CommandDb db, AuditLog audit, IHttpContextAccessor requests)
{
    public Asker? Asker => requests.HttpContext is { } context ? Askers.Of(context) : null;

    /// <param name="act">Reads anew what it changes, saves, and returns what was done; null: nothing, and nothing stays.</param>
    public async Task<T> RunAsync<T>(Func<Task<(T Result, AuditEntry? Line)>> act, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var (result, line) = await act();
        if (line is null)
        {
            db.ChangeTracker.Clear();
            return result;
        }

        await audit.AppendAsync(db, line with { Actor = line.Actor.Length > 0 ? line.Actor : Asker?.Name ?? AuditLog.System, Origin = line.Origin ?? Origin }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return result;
    }

    /// <summary>A line about something that changed no row of ours.</summary>
    public Task NoteAsync(AuditEntry line, CancellationToken cancellation) => RunAsync<bool>(() => Task.FromResult((true, (AuditEntry?)line)), cancellation);

    private string? Origin => requests.HttpContext?.Connection.RemoteIpAddress?.ToString();
}
