using System.Globalization;
using Command.Periods;

namespace Command.Tests.Periods;

public sealed class TetTests
{
    [Theory]
    [InlineData("2007-02-17")]
    [InlineData("2022-02-01")]
    [InlineData("2023-01-22")]
    [InlineData("2024-02-10")]
    [InlineData("2025-01-29")]
    [InlineData("2026-02-17")]
    [InlineData("2027-02-06")]
    [InlineData("2030-02-02")]
    public void It_begins_on_the_first_of_the_lunar_year(string day) =>
        Assert.Equal(day, Tet.FirstDay(int.Parse(day[..4], CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-02-01", "2026-02-28", 7)]
    [InlineData("2026-02-18", "2026-03-31", 4)]
    [InlineData("2025-01-01", "2026-12-31", 14)]
    [InlineData("2026-03-01", "2026-12-31", 0)]
    public void A_period_knows_how_much_of_it_is_in_it(string from, string to, int days) =>
        Assert.Equal(days, Tet.DaysIn(Period.Between(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture))));
}
