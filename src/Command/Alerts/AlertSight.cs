using Command.Data;
using Command.People;

namespace Command.Alerts;

/// <summary>
/// Pure: who sees which alert, and who may acknowledge it. A unit's alerts are for those who see the unit's sums; what
/// belongs to no unit is for those who see everything.
/// </summary>
public static class AlertSight
{
    public static bool Sees(Sight sight, AlertKind kind, int? unitId) =>
        (unitId is { } id ? sight.SeesCounts(id) : sight.SeesEverything) && sight.Asker.Role != Role.Key && IsFor(sight.Asker.Role, kind);

    /// <summary>The record or list that an alert points at; of an urgent tip-off others learn only that there is one.</summary>
    public static bool Follows(Sight sight, AlertKind kind) =>
        kind is AlertKind.SilentPage or AlertKind.Spike ? sight.Asker.Role != Role.Wall : sight.SeesSingles;

    /// <summary>A wall is nobody: it shows an alert until somebody has acknowledged it elsewhere.</summary>
    public static bool MayAcknowledge(Sight sight, AlertKind kind, int? unitId) =>
        Sees(sight, kind, unitId) && (kind is AlertKind.Drift or AlertKind.Job || (unitId is { } id && sight.MayWork(id)));

    /// <summary>Kinds that are for the role at all.</summary>
    public static IReadOnlyList<AlertKind> KindsOf(Role role) => [.. Enum.GetValues<AlertKind>().Where(kind => IsFor(role, kind))];

    private static bool IsFor(Role role, AlertKind kind) => kind switch
    {
        AlertKind.Drift => role is Role.Administrator or Role.Commander,
        AlertKind.Job => role == Role.Administrator,
        _ => true,
    };
}
