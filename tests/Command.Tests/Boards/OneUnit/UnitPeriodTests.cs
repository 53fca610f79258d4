using Command.Boards.OneUnit;

namespace Command.Tests.Boards.OneUnit;

public sealed class UnitPeriodTests
{
    private static readonly DateOnly today = new(2026, 3, 10);

    [Theory]
    [InlineData(null, null, null, "2025-04-01", "2026-03-10", "")]
    [InlineData("2026-03", null, null, "2026-03-01", "2026-03-10", "?month=2026-03")]
    [InlineData("2026-02", null, null, "2026-02-01", "2026-02-28", "?month=2026-02")]
    [InlineData(null, "2026-01-05", "2026-02-06", "2026-01-05", "2026-02-06", "?from=2026-01-05&to=2026-02-06")]
    [InlineData(null, "2026-03-05", null, "2026-03-05", "2026-03-10", "?from=2026-03-05&to=2026-03-10")]
    [InlineData(null, null, "2026-02-28", "2025-03-01", "2026-02-28", "?from=2025-03-01&to=2026-02-28")]
    [InlineData(null, "2026-02-01", "2026-02-28", "2026-02-01", "2026-02-28", "?month=2026-02")]
    [InlineData(null, "2026-02-06", "2026-01-05", "2025-04-01", "2026-03-10", "")]
    [InlineData("2026-13", "yesterday", "<script>", "2025-04-01", "2026-03-10", "")]
    public void The_address_names_the_days_and_nonsense_names_none(string? month, string? from, string? to, string first, string last, string written)
    {
        var period = UnitPeriod.Read(month, from, to, today);
        Assert.Equal((first, last), ($"{period.From:yyyy-MM-dd}", $"{period.To:yyyy-MM-dd}"));
        Assert.Equal(written, period.Write(today));
    }

    [Fact]
    public void The_trend_is_the_twelve_months_that_end_with_the_period() =>
        Assert.Equal(new UnitPeriod(new DateOnly(2025, 3, 1), new DateOnly(2026, 2, 28)), UnitPeriod.Month(new DateOnly(2026, 2, 9), today).Trend);
}
