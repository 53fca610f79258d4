using Command.Data;

namespace Command.Alerts;

/// <summary>
/// Pure: brings the open alerts to what stands now. The same cause is raised once while it stands; what comes back
/// before anybody acknowledged it is the same alert; what was acknowledged and has since grown by the rule's
/// <see cref="AlertRule.Again"/> is raised anew.
/// </summary>
public static class Standing
{
    /// <param name="open">Changed in place.</param>
    /// <returns>New alerts; to be written after the changes, since one may take the place of another.</returns>
    public static IReadOnlyList<Alert> Follow(IEnumerable<Alert> open, IEnumerable<Cause> causes, DateTimeOffset now)
    {
        var byCause = open.ToDictionary(a => a.Cause, StringComparer.Ordinal);
        var raised = new List<Alert>();
        foreach (var cause in causes)
        {
            if (!byCause.Remove(cause.Key, out var alert))
                raised.Add(cause.Raise(now));
            else if (alert.AcknowledgedAt is null)
                Renew(alert, cause);
            else if (HasGrown(alert, cause))
                raised.Add(Replace(alert, cause, now));
        }

        foreach (var ended in byCause.Values)
            End(ended, now);
        return raised;
    }

    private static void Renew(Alert alert, Cause cause) =>
        (alert.ResolvedAt, alert.Number, alert.Count, alert.Usual, alert.Since) = (null, cause.Number, cause.Count, cause.Usual, cause.Since);

    private static bool HasGrown(Alert alert, Cause cause)
    {
        if (cause.Rule.Again is not { } again)
            return false;
        var fewest = alert.FewestSince ?? alert.Count;
        if (cause.Count >= fewest + again)
            return true;
        if (cause.Count < fewest)
            alert.FewestSince = cause.Count;
        return false;
    }

    private static Alert Replace(Alert alert, Cause cause, DateTimeOffset now)
    {
        alert.ClosedAt = now;
        return cause.Raise(now);
    }

    private static void End(Alert alert, DateTimeOffset now)
    {
        alert.ResolvedAt ??= now;
        if (alert.AcknowledgedAt is not null || !alert.MustAcknowledge)
            alert.ClosedAt = now;
    }
}
