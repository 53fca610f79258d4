using Command.Data;
using Command.Messages;
using Command.Rollups;
using Command.Tests.Units;
using Command.Units;

namespace Command.Tests.Messages;

public sealed class ReplyTargetsTests
{
    private static readonly TimeSpan otherwise = TimeSpan.FromHours(24);

    /// <summary>Monday, 2 March 2026, 09:00 in Vietnam.</summary>
    private static readonly DateTimeOffset monday = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private static readonly WorkingCalendar weekdays = new([], WorkingHours.Default);

    private readonly District district = new();
    private readonly int city;
    private readonly int ward;
    private readonly int other;

    public ReplyTargetsTests()
    {
        city = district.Unit("city");
        ward = district.Unit("ward", parent: city);
        other = district.Unit("other");
    }

    [Fact]
    public void Without_a_rule_the_setting_holds() => Assert.Equal(otherwise, Time(ward));

    [Fact]
    public void The_nearest_unit_comes_before_those_above_and_the_kind_before_every_kind()
    {
        ReplyTargetRule[] rules =
        [
            Rule(null, null, 600), Rule(null, MessageKind.TipOff, 500), Rule(city, null, 400), Rule(city, MessageKind.TipOff, 300), Rule(ward, MessageKind.Procedure, 200),
        ];

        Assert.Equal(200, Time(ward, MessageKind.Procedure, rules).TotalMinutes);
        Assert.Equal(300, Time(ward, MessageKind.TipOff, rules).TotalMinutes);
        Assert.Equal(400, Time(ward, MessageKind.Praise, rules).TotalMinutes);
        Assert.Equal(400, Time(city, MessageKind.Procedure, rules).TotalMinutes);
        Assert.Equal(500, Time(other, MessageKind.TipOff, rules).TotalMinutes);
        Assert.Equal(600, Time(other, MessageKind.Other, rules).TotalMinutes);
    }

    [Fact]
    public void A_rule_holds_from_its_first_day_to_its_last_by_the_day_the_wait_began()
    {
        ReplyTargetRule[] rules = [Rule(ward, null, 60, "2026-03-01", "2026-03-02"), Rule(ward, null, 90, "2026-03-03")];

        Assert.Equal(otherwise, Time(ward, at: monday.AddDays(-2), rules: rules));
        Assert.Equal(60, Time(ward, at: monday.AddHours(14.9), rules: rules).TotalMinutes);
        Assert.Equal(90, Time(ward, at: monday.AddHours(15), rules: rules).TotalMinutes);
    }

    [Fact]
    public void Working_time_passes_in_working_hours_only()
    {
        ReplyTargetRule[] rules = [Rule(ward, null, 8 * 60, measure: TargetMeasure.WorkingTime)];

        Assert.Equal(monday.AddDays(1), monday + Time(ward, rules: rules));
        Assert.Equal(monday.AddDays(7), monday.AddDays(4) + Time(ward, at: monday.AddDays(4), rules: rules));
        var saturday = monday.AddDays(5);
        Assert.Equal(monday.AddDays(7).AddHours(8.5), saturday + Time(ward, at: saturday, rules: rules));
    }

    [Fact]
    public void Working_time_rests_on_holidays_and_passes_on_days_worked_in_exchange()
    {
        ReplyTargetRule[] rules = [Rule(ward, null, 8 * 60, measure: TargetMeasure.WorkingTime)];
        var calendar = new WorkingCalendar(
        [
            new Holiday { Day = District.Day("2026-03-02"), Name = "nghỉ" },
            new Holiday { Day = District.Day("2026-03-07"), Name = "làm bù", IsWorked = true },
        ],
            WorkingHours.Default);

        Assert.Equal(monday.AddDays(1).AddHours(8.5), monday + Time(ward, rules: rules, calendar: calendar));
        Assert.Equal(monday.AddDays(5), monday.AddDays(4) + Time(ward, at: monday.AddDays(4), rules: rules, calendar: calendar));
    }

    [Theory]
    [InlineData(0, true, Stage.Staff)]
    [InlineData(59, true, Stage.Staff)]
    [InlineData(60, true, Stage.Officer)]
    [InlineData(119, true, Stage.Officer)]
    [InlineData(120, true, Stage.Chief)]
    [InlineData(10_000, true, Stage.Chief)]
    [InlineData(60, false, Stage.Chief)]
    public void What_is_overdue_goes_to_the_officer_and_after_as_long_again_to_the_chief(int minutes, bool hasOfficer, Stage expected) =>
        Assert.Equal(expected, Escalation.Of(monday, monday.AddMinutes(60), monday.AddMinutes(minutes), hasOfficer));

    private TimeSpan Time(int unit, MessageKind kind = MessageKind.Unclassified, ReplyTargetRule[]? rules = null, DateTimeOffset? at = null, WorkingCalendar? calendar = null) =>
        new ReplyTargets(rules ?? [], otherwise, district.Tree(), calendar ?? weekdays).DueOf(unit, kind, at ?? monday) - (at ?? monday);

    private static ReplyTargetRule Rule(
        int? unit, MessageKind? kind, int minutes, string from = "2020-01-01", string? to = null, TargetMeasure measure = TargetMeasure.Clock) => new()
        {
            UnitId = unit,
            Kind = kind,
            From = District.Day(from),
            To = to is null ? null : District.Day(to),
            Minutes = minutes,
            Measure = measure,
        };
}
