using Command.Data;
using Command.Units;

namespace Command.Rollups;

/// <summary>
/// When a message falls due: the one answer for queue, board, alerts and sums. The rule of the unit that had the page on
/// the day the wait began, else of the nearest unit above it, else the one for all units, else the setting; of one unit's
/// rules that of the kind before that of every kind. A rule begins tomorrow at the earliest, so what a past day was
/// judged by stays.
/// </summary>
/// <param name="otherwise">Where no rule holds.</param>
public sealed class ReplyTargets(IReadOnlyCollection<ReplyTargetRule> rules, TimeSpan otherwise, UnitTree tree, WorkingCalendar calendar)
{
    private static readonly TimeSpan day = TimeSpan.FromDays(1);

    private readonly ILookup<int, ReplyTargetRule> byUnit = rules.ToLookup(r => r.UnitId ?? 0);

    /// <summary>Whoever waits less is in time: working time is never shorter than the clock's.</summary>
    public TimeSpan Shortest { get; } = rules.Select(r => TimeSpan.FromMinutes(r.Minutes)).Append(otherwise).Min();

    /// <param name="kind">What a person decided, else the most pressing that the rules proposed.</param>
    public DateTimeOffset DueAt(int pageId, MessageKind kind, DateTimeOffset since) =>
        byUnit.Count == 0 ? since + otherwise : DueOf(tree.OwnerOn(pageId, LocalTime.DayOf(since)), kind, since);

    /// <param name="unitId">Null: a page that belonged to nobody.</param>
    public DateTimeOffset DueOf(int? unitId, MessageKind kind, DateTimeOffset since)
    {
        var began = LocalTime.DayOf(since);
        foreach (var id in tree.LineOf(unitId, began))
        {
            if (Find(id, kind, began) is { } own)
                return Due(own, since);
        }

        return Find(0, kind, began) is { } general ? Due(general, since) : since + otherwise;
    }

    /// <summary>Whoever began to wait earlier fell due before this instant, whatever his unit and kind.</summary>
    public DateTimeOffset EarliestDueFrom(DateTimeOffset instant)
    {
        var since = instant - rules.Where(r => r.Measure == TargetMeasure.Clock).Select(r => TimeSpan.FromMinutes(r.Minutes)).Append(otherwise).Max();
        if (rules.Where(r => r.Measure == TargetMeasure.WorkingTime).MaxBy(r => r.Minutes) is { } longest)
        {
            while (Due(longest, since) >= instant)
                since -= day;
        }

        return since;
    }

    private ReplyTargetRule? Find(int unitId, MessageKind kind, DateOnly began) => byUnit[unitId]
        .Where(r => (r.Kind is null || r.Kind == kind) && r.From <= began && (r.To is null || r.To >= began))
        .OrderByDescending(r => r.Kind is not null).ThenByDescending(r => r.From)
        .FirstOrDefault();

    private DateTimeOffset Due(ReplyTargetRule rule, DateTimeOffset since)
    {
        var time = TimeSpan.FromMinutes(rule.Minutes);
        return rule.Measure == TargetMeasure.WorkingTime ? calendar.AddWorkingTime(since, time) : since + time;
    }
}
