using System.Text;
using System.Text.Json;
using Command.Data;
using Command.Demo;
using Command.Ingest;
using Command.Messages;

namespace Command.Tests.Demo;

public sealed class DemoDayTests
{
    private const string AppId = "3604";
    private static readonly DateOnly monday = new(2026, 3, 9);
    private static readonly DemoPage[] pages = [.. Enumerable.Range(0, 18).Select(i => DemoPage.Of(i, 18, $"9{i:00}", "secret-" + i))];

    [Fact]
    public void The_same_day_is_the_same_at_every_start() =>
        Assert.Equal(DemoDay.Of(monday, pages, AppId), DemoDay.Of(monday, pages, AppId));

    [Fact]
    public void Two_days_share_no_event_and_one_day_repeats_none()
    {
        var events = DemoDay.Of(monday, pages, AppId).Concat(DemoDay.Of(monday.AddDays(1), pages, AppId)).Select(e => e.Body).ToList();
        Assert.Equal(events.Count, events.Distinct().Count());
    }

    [Fact]
    public void A_working_day_of_the_district_is_busy_and_a_Sunday_is_quieter()
    {
        Assert.InRange(Messages(monday), 1_500, 6_000);
        Assert.InRange((double)Messages(monday.AddDays(-1)) / Messages(monday), 0.3, 0.8);
    }

    [Fact]
    public void People_write_on_that_day_and_replies_come_within_four()
    {
        var start = LocalTime.StartOf(monday);
        var events = DemoDay.Of(monday, pages, AppId);
        Assert.Equal([.. events.OrderBy(e => e.At)], events);
        Assert.All(events, e => Assert.InRange(e.At, start, start.AddDays(4)));
        Assert.All(events.Where(e => !e.Body.Contains("oa_send", StringComparison.Ordinal)), e => Assert.InRange(e.At, start, start.AddDays(1).AddMinutes(2)));
    }

    [Fact]
    public void The_doors_accept_its_signatures_and_read_its_events()
    {
        var channel = new ZaloChannel(AppId, pages.ToDictionary(p => p.OaId, p => p.Secret), [.. pages.Select(p => p.OaId)]);
        foreach (var e in DemoDay.Of(monday, pages, AppId).Take(500))
        {
            var body = Encoding.UTF8.GetBytes(e.Body);
            Assert.True(ZaloWebhook.IsSigned(body, e.Signature(AppId), channel), e.Body);
            var reading = ZaloWebhook.Read(body, channel.KnownOas, RuleSet.First, LocalTime.StartOf(monday.AddDays(4)), default)!;
            Assert.Empty(reading.Unusable);
            Assert.Equal(e.At.ToUnixTimeMilliseconds(), Assert.Single(reading.Events).OccurredAt.ToUnixTimeMilliseconds());
        }
    }

    private static int Messages(DateOnly day) => DemoDay.Of(day, pages, AppId).Count(e => JsonDocument.Parse(e.Body).RootElement.GetProperty("event_name").GetString() == "user_send_text");
}
