using Command.Data;
using Command.Units;

namespace Command.Tipoffs;

/// <summary>Limits of time, pure: the rule that holds on the day of the receipt, reckoned by the working calendar.</summary>
public sealed class Deadlines(IEnumerable<DeadlineRule> rules, WorkingCalendar calendar)
{
    private readonly List<DeadlineRule> rules = [.. rules.OrderByDescending(r => r.From)];

    /// <exception cref="SettingException">No rule of this kind holds on that day.</exception>
    public DateTimeOffset Due(DeadlineKind kind, DateTimeOffset receivedAt) => Add(Rule(kind, receivedAt), receivedAt);

    /// <summary>The limit after one more extension: the first counts from the receipt, the second from the limit before.</summary>
    /// <param name="extensions">How many there were before.</param>
    public DateTimeOffset Extended(DateTimeOffset receivedAt, DateTimeOffset due, int extensions)
    {
        var extended = extensions == 0
            ? Add(Rule(DeadlineKind.FirstExtension, receivedAt), receivedAt)
            // A limit is the end of a day, the first instant that lies beyond it.
            : Add(Rule(DeadlineKind.SecondExtension, receivedAt), due.AddTicks(-1));
        return extended > due ? extended : due;
    }

    private DeadlineRule Rule(DeadlineKind kind, DateTimeOffset receivedAt)
    {
        var day = LocalTime.DayOf(receivedAt);
        return rules.Find(r => r.Kind == kind && r.From <= day && (r.To is null || r.To >= day))
            ?? throw new SettingException($"The table DeadlineRules has no rule of the kind {kind} for {day:yyyy-MM-dd}.");
    }

    private DateTimeOffset Add(DeadlineRule rule, DateTimeOffset from)
    {
        var day = LocalTime.DayOf(from);
        return rule.Measure switch
        {
            DeadlineMeasure.ClockHours => from.AddHours(rule.Amount),
            DeadlineMeasure.WorkingHours => calendar.AddWorkingTime(from, TimeSpan.FromHours(rule.Amount)),
            DeadlineMeasure.Days => EndOf(calendar.NextWorkingDay(day.AddDays(rule.Amount))),
            DeadlineMeasure.WorkingDays => EndOf(calendar.AddWorkingDays(day, rule.Amount)),
            _ => EndOf(calendar.NextWorkingDay(day.AddMonths(rule.Amount))),
        };
    }

    private static DateTimeOffset EndOf(DateOnly day) => LocalTime.StartOf(day.AddDays(1));
}
