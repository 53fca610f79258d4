using Command.Data;
using Command.Periods;

namespace Command.Tests.Periods;

public sealed class PeriodCalendarTests
{
    private static readonly PeriodCalendar calendar = new(
        [
            new PeriodSeries { Prefix = "", Name = "Lịch", EnglishName = "Calendar", StartDay = 1 },
            new PeriodSeries { Prefix = "police", Name = "Kỳ công an", EnglishName = "Police period", StartDay = 15, StartsMonthBefore = true },
        ],
        [new NamedPeriod { Key = "cao-diem-tet", Name = "Cao điểm Tết", From = new(2026, 1, 10), To = new(2026, 3, 5) }]);

    [Theory]
    [InlineData("2026-03", "2026-03-01", "2026-03-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31")]
    [InlineData("2026-W11", "2026-03-09", "2026-03-15")]
    [InlineData("2026-W01", "2025-12-29", "2026-01-04")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("police-2026-03", "2026-02-15", "2026-03-14")]
    [InlineData("police-2026-01", "2025-12-15", "2026-01-14")]
    [InlineData("police-2026-Q1", "2025-12-15", "2026-03-14")]
    [InlineData("police-2026-H1", "2025-12-15", "2026-06-14")]
    [InlineData("police-2026-H2", "2026-06-15", "2026-12-14")]
    [InlineData("police-2026", "2025-12-15", "2026-12-14")]
    [InlineData("2026-01-01..2026-02-14", "2026-01-01", "2026-02-14")]
    [InlineData("cao-diem-tet", "2026-01-10", "2026-03-05")]
    public void A_key_names_its_days(string key, string from, string to)
    {
        var period = calendar.Find(key)!;

        Assert.Equal((key, from, to), (period.Key, $"{period.From:yyyy-MM-dd}", $"{period.To:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-3")]
    [InlineData("2026-Q5")]
    [InlineData("2026-H3")]
    [InlineData("2025-W53")]
    [InlineData("police-2026-W11")]
    [InlineData("army-2026")]
    [InlineData("1999")]
    [InlineData("9999")]
    [InlineData("2026-03-01")]
    [InlineData("2026-02-14..2026-01-01")]
    [InlineData("2026-02-30..2026-03-01")]
    [InlineData("2026-01-01..2026-01-02..2026-01-03")]
    [InlineData("police")]
    [InlineData("2026-0٣")]
    public void What_is_no_period_is_none(string key) => Assert.Null(calendar.Find(key));

    [Theory]
    [InlineData("2026-01", "2025-12")]
    [InlineData("2026-Q1", "2025-Q4")]
    [InlineData("2026-W01", "2025-W52")]
    [InlineData("police-2026-01", "police-2025-12")]
    [InlineData("police-2026-H1", "police-2025-H2")]
    [InlineData("police-2026", "police-2025")]
    [InlineData("2026-01-11..2026-01-20", "2026-01-01..2026-01-10")]
    [InlineData("cao-diem-tet", "2025-11-16..2026-01-09")]
    public void The_one_before_ends_where_it_begins(string key, string before) =>
        Assert.Equal(before, calendar.Previous(calendar.Find(key)!).Key);

    [Theory]
    [InlineData("2026-03-14", "2026-W11 2026-03 2026-Q1 2026-H1 2026 police-2026-03 police-2026-Q1 police-2026-H1 police-2026")]
    [InlineData("2026-12-15", "2026-W51 2026-12 2026-Q4 2026-H2 2026 police-2027-01 police-2027-Q1 police-2027-H1 police-2027")]
    public void A_day_lies_in_one_period_of_each_length(string day, string keys) =>
        Assert.Equal(keys, string.Join(' ', calendar.Containing(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Select(p => p.Key)));

    [Fact]
    public void Every_day_of_ten_years_lies_in_the_period_that_its_key_names()
    {
        for (var day = new DateOnly(2020, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            foreach (var period in calendar.Containing(day))
            {
                Assert.True(period.Contains(day));
                Assert.Equal(period, calendar.Find(period.Key));
                Assert.Equal(period.From.AddDays(-1), calendar.Previous(period).To);
            }
        }
    }

    [Theory]
    [InlineData("2026", "2025-01-01..2025-12-31")]
    [InlineData("2024", "2023-01-01..2023-12-31")]
    [InlineData("2025", "2024-01-01..2024-12-31")]
    public void A_whole_year_has_the_dates_of_the_year_before(string year, string before) => Assert.Equal(before, calendar.Find(year)!.LastYear.Key);

    [Fact]
    public void A_year_before_the_weekdays_are_the_same()
    {
        var period = calendar.Find("2026-W11")!;

        Assert.Equal(DayOfWeek.Monday, period.LastYear.From.DayOfWeek);
        Assert.Equal(calendar.Find("2025-W11")!.From, period.LastYear.From);
        Assert.Equal("2025-07-01..2026-06-30", calendar.Find("2026-Q2")!.TwelveMonths.Key);
        Assert.Equal(["2025-12", "2026-01", "2026-02"], calendar.Last(calendar.Find("2026-02")!, 3).Select(p => p.Key));
    }
}
