using Command.Data;
using Command.Tests.Units;
using Command.Tipoffs;
using Command.Units;

namespace Command.Tests.Tipoffs;

public sealed class DeadlinesTests
{
    /// <summary>Tết of 2026: Monday 16 to Friday 20 February, between two weekends.</summary>
    private static readonly WorkingCalendar calendar = new(
    [
        .. Enumerable.Range(16, 5).Select(day => new Holiday { Day = new DateOnly(2026, 2, day), Name = "Tết" }),
        new Holiday { Day = District.Day("2026-01-10"), Name = "làm bù", IsWorked = true },
    ],
        WorkingHours.Default);

    [Theory]
    [InlineData("2026-02-13", true)]
    [InlineData("2026-02-14", false)]
    [InlineData("2026-02-18", false)]
    [InlineData("2026-02-23", true)]
    [InlineData("2026-01-10", true)]
    public void A_working_day_is_what_the_calendar_says(string day, bool isWorking) =>
        Assert.Equal(isWorking, calendar.IsWorkingDay(District.Day(day)));

    [Fact]
    public void Twenty_four_hours_by_the_clock_run_through_Tet() =>
        Assert.Equal(At("2026-02-17T09:00"), Due(DeadlineMeasure.ClockHours, 24, "2026-02-16T09:00"));

    [Theory]
    [InlineData("2026-02-13T16:30", "2026-02-23T08:30")]
    [InlineData("2026-02-17T03:00", "2026-02-23T09:30")]
    [InlineData("2026-03-10T10:30", "2026-03-10T14:30")]
    [InlineData("2026-03-10T06:00", "2026-03-10T09:30")]
    [InlineData("2026-03-10T11:30", "2026-03-10T15:30")]
    public void Two_working_hours_wait_for_noon_night_weekend_and_Tet(string received, string due) =>
        Assert.Equal(At(due), Due(DeadlineMeasure.WorkingHours, 2, received));

    [Fact]
    public void Twenty_days_that_end_in_Tet_end_with_the_first_working_day_after_it()
    {
        Assert.Equal(At("2026-02-24T00:00"), Due(DeadlineMeasure.Days, 20, "2026-01-28T10:00"));
        Assert.Equal(At("2026-03-31T00:00"), Due(DeadlineMeasure.Days, 20, "2026-03-10T23:59"));
    }

    [Fact]
    public void Working_days_skip_Tet() => Assert.Equal(At("2026-02-26T00:00"), Due(DeadlineMeasure.WorkingDays, 4, "2026-02-12T10:00"));

    [Fact]
    public void The_local_day_decides_and_not_that_of_UTC() =>
        Assert.Equal(At("2026-03-31T00:00"), Due(DeadlineMeasure.Days, 20, "2026-03-10T01:00"));

    [Fact]
    public void The_first_extension_counts_from_the_receipt_and_the_second_from_the_limit_before()
    {
        var received = At("2026-03-10T12:00");
        var first = Station.Deadlines.Extended(received, Station.Deadlines.Due(DeadlineKind.Decide, received), 0);
        var second = Station.Deadlines.Extended(received, first, 1);

        // 10 May 2026 is a Sunday.
        Assert.Equal(At("2026-05-12T00:00"), first);
        Assert.Equal(At("2026-07-14T00:00"), second);
    }

    [Fact]
    public void The_rule_of_the_day_of_the_receipt_holds()
    {
        var deadlines = new Deadlines(
        [
            new DeadlineRule { Kind = DeadlineKind.PassOn, From = District.Day("2020-01-01"), To = District.Day("2026-03-31"), Amount = 24, Measure = DeadlineMeasure.ClockHours },
            new DeadlineRule { Kind = DeadlineKind.PassOn, From = District.Day("2026-04-01"), Amount = 12, Measure = DeadlineMeasure.ClockHours },
        ],
            calendar);

        Assert.Equal(At("2026-04-01T23:00"), deadlines.Due(DeadlineKind.PassOn, At("2026-03-31T23:00")));
        Assert.Equal(At("2026-04-01T12:30"), deadlines.Due(DeadlineKind.PassOn, At("2026-04-01T00:30")));
        Assert.Throws<SettingException>(() => deadlines.Due(DeadlineKind.PassOn, At("2019-12-31T23:59")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("8-12")]
    [InlineData("13:00-12:00")]
    [InlineData("08:00-12:00,11:00-17:00")]
    public void Hours_that_make_no_day_are_told(string hours) => Assert.Throws<SettingException>(() => WorkingHours.Parse(hours));

    private static DateTimeOffset Due(DeadlineMeasure measure, int amount, string received) =>
        new Deadlines([new DeadlineRule { Kind = DeadlineKind.Decide, Amount = amount, Measure = measure }], calendar).Due(DeadlineKind.Decide, At(received));

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + "+07:00", null);
}
