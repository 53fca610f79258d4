using Command.Data;

namespace Command.Alerts;

/// <summary>Writes what <see cref="Standing"/> found.</summary>
internal static class AlertRows
{
    /// <summary>Changed alerts first: a new one may take the place of an old one of the same cause.</summary>
    public static async Task WriteAsync(CommandDb db, IReadOnlyList<Alert> raised, CancellationToken cancellation)
    {
        if (raised.Count == 0 && !db.ChangeTracker.HasChanges())
            return;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        await db.SaveChangesAsync(cancellation);
        db.Alerts.AddRange(raised);
        await db.SaveChangesAsync(cancellation);
        if (transaction is not null)
            await transaction.CommitAsync(cancellation);
    }
}
