using Command.Rollups;

namespace Command.Tests.Rollups;

public sealed class SumSpansTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-12-31", null, "-", "2026-01-01..2026-12-31")]
    [InlineData("2026-01-01", "2026-12-31", "2025-11-30", "-", "2026-01-01..2026-12-31")]
    [InlineData("2026-01-01", "2026-12-31", "2026-12-31", "2026-01..2026-12", "")]
    [InlineData("2026-01-01", "2026-12-31", "2026-05-20", "2026-01..2026-05", "2026-05-21..2026-12-31")]
    [InlineData("2026-02-15", "2026-03-14", "2026-05-20", "-", "2026-02-15..2026-03-14")]
    [InlineData("2025-12-15", "2026-06-14", "2026-07-20", "2026-01..2026-05", "2025-12-15..2025-12-31 2026-06-01..2026-06-14")]
    [InlineData("2026-06-01", "2026-06-14", "2026-06-14", "2026-06..2026-06", "")]
    [InlineData("2026-06-01", "2026-06-14", "2026-06-15", "-", "2026-06-01..2026-06-14")]
    [InlineData("2026-06-01", "2026-06-30", "2026-06-01", "2026-06..2026-06", "2026-06-02..2026-06-30")]
    public void Months_count_where_all_their_summed_days_lie_in_the_range_and_days_for_the_rest(string from, string to, string? through, string months, string days)
    {
        var spans = SumSpans.Of(Day(from), Day(to), through is null ? null : Day(through));

        Assert.Equal(months, spans.FirstMonth is { } first ? $"{first:yyyy-MM}..{spans.LastMonth:yyyy-MM}" : "-");
        Assert.Equal(days, string.Join(' ', spans.Days.Select(d => $"{d.From:yyyy-MM-dd}..{d.To:yyyy-MM-dd}")));
    }

    [Fact]
    public void Every_day_of_any_range_is_read_exactly_once()
    {
        var start = new DateOnly(2025, 11, 1);
        var chance = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var from = start.AddDays(chance.Next(200));
            var to = from.AddDays(chance.Next(200));
            var through = start.AddDays(chance.Next(400));
            var spans = SumSpans.Of(from, to, through);
            var read = spans.Days.SelectMany(d => Days(d.From, d.To)).ToList();
            for (var month = spans.FirstMonth; month <= spans.LastMonth; month = month.Value.AddMonths(1))
                read.AddRange(Days(month.Value, month.Value.AddMonths(1).AddDays(-1)).Where(d => d <= through));

            Assert.Equal(Days(from, to), read.Order());
        }
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
