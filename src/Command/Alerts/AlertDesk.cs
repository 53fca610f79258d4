using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>What came of an attempt to acknowledge.</summary>
public enum AcknowledgeFault
{
    None,

    /// <summary>There is none, or it is not his to acknowledge: which of the two is not said.</summary>
    NotFound,

    /// <summary>Somebody was first; see <see cref="Acknowledged.First"/>.</summary>
    Overtaken,

    /// <summary>Its cause had ended by itself and nobody needs to acknowledge it any more.</summary>
    Ended,
}

/// <param name="First">Who was first.</param>
public sealed record Acknowledged(AcknowledgeFault Fault, Acknowledgement? First = null);

/// <summary>Acknowledges alerts: once each, by name, with its line in the audit log.</summary>
public sealed class AlertDesk(
    IDbContextFactory<CommandDb> databases, UnitRegistry units, AuditLog audit, IHttpContextAccessor requests, LiveAlerts live, TimeProvider time)
{
    public const string Action = "alert.acknowledged";
    public const int LongestNote = 500;

    public async Task<Acknowledged> AcknowledgeAsync(Asker asker, long id, string? note, CancellationToken cancellation)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var sight = Sight.Of(asker, await units.TreeAsync(cancellation), LocalTime.DayOf(now));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var done = await new Acts(db, audit, requests).RunAsync<Acknowledged>(async () =>
        {
            if (await db.Alerts.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } alert || !AlertSight.MayAcknowledge(sight, alert.Kind, alert.UnitId))
                return (new Acknowledged(AcknowledgeFault.NotFound), null);
            if (alert.AcknowledgedAt is { } at)
                return (new Acknowledged(AcknowledgeFault.Overtaken, new Acknowledgement(alert.AcknowledgedBy ?? "", at, alert.Note)), null);
            if (alert.ClosedAt is not null)
                return (new Acknowledged(AcknowledgeFault.Ended), null);
            (alert.AcknowledgedAt, alert.AcknowledgedById, alert.AcknowledgedBy, alert.Note) = (now, asker.PersonId, asker.Name, Short(note));
            if (alert.ResolvedAt is not null)
                alert.ClosedAt = now;
            return (new Acknowledged(AcknowledgeFault.None), AuditEntry.By(
                asker,
                Action,
                AuditFacts.Write((AuditFact.Alert, alert.Id)),
                before: AuditFacts.Write((AuditFact.AlertKind, alert.Kind), (AuditFact.UnitId, alert.UnitId)),
                after: alert.Note is null ? null : AuditFacts.Write((AuditFact.Note, alert.Note))));
        }, cancellation);
        await live.RefreshAsync(cancellation);
        return done;
    }

    private static string? Short(string? note) => note?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestNote)] : null;
}
