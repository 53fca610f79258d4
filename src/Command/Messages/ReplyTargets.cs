using Command.Data;
using Command.Units;

namespace Command.Messages;

/// <summary>
/// When a message falls due. The rule of the unit, else of the nearest unit above it, else the one for all units, else
/// the setting; of one unit's rules that of the kind before that of every kind. Judged on the day the wait began.
/// </summary>
/// <param name="otherwise">Where no rule holds.</param>
public sealed class ReplyTargets(IEnumerable<ReplyTargetRule> rules, TimeSpan otherwise, UnitTree tree, WorkingCalendar calendar)
{
    private readonly ILookup<int, ReplyTargetRule> byUnit = rules.ToLookup(r => r.UnitId ?? 0);

    public DateTimeOffset DueAt(int unitId, MessageKind kind, DateTimeOffset since)
    {
        var day = LocalTime.DayOf(since);
        for (int? at = unitId; at is { } id; at = tree.ParentOn(id, day))
        {
            if (Find(id, kind, day) is { } own)
                return Due(own, since);
        }

        return Find(0, kind, day) is { } general ? Due(general, since) : since + otherwise;
    }

    private ReplyTargetRule? Find(int unitId, MessageKind kind, DateOnly day) => byUnit[unitId]
        .Where(r => (r.Kind is null || r.Kind == kind) && r.From <= day && (r.To is null || r.To >= day))
        .OrderByDescending(r => r.Kind is not null).ThenByDescending(r => r.From)
        .FirstOrDefault();

    private DateTimeOffset Due(ReplyTargetRule rule, DateTimeOffset since)
    {
        var time = TimeSpan.FromMinutes(rule.Minutes);
        return rule.Measure == TargetMeasure.WorkingTime ? calendar.AddWorkingTime(since, time) : since + time;
    }
}
