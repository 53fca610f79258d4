using System.Net;
using Command.Data;
using Command.People;
using Command.Ranking.Leaderboards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Ranking.Leaderboards;

/// <summary>Over HTTP, as administrators publish weights.</summary>
public sealed class WeightsDeskTests
{
    private const string Page = "/leaderboards/weights";

    [Fact]
    public async Task New_weights_are_a_new_version_with_their_reason_and_what_was_sealed_keeps_its_own()
    {
        await using var wards = await Wards.BusyAsync();
        wards.Clock.Now = DateTimeOffset.Parse("2026-03-21T05:00:00Z", null);
        var administrator = await wards.App.SignInAsync();
        Assert.Contains("Bậc của phiên bản 1 là ước lượng", await administrator.ReadAsync(Page), StringComparison.Ordinal);
        Assert.Null(await wards.SealAsync("composite", await wards.CommanderAsync()));

        (await administrator.PostAsync(Page, "publish", Fields(("weight-valuable_ratio", "50"), ("weight-answered_in_time", "20"), ("step-valuable_ratio", "12.5")))).Dispose();

        var page = await administrator.ReadAsync(Page);
        Assert.Contains("Phiên bản 2", page, StringComparison.Ordinal);
        Assert.Contains("Tập huấn lại", page, StringComparison.Ordinal);
        var current = await wards.App.Get<WeightsBook>().CurrentAsync(CancellationToken.None);
        Assert.Equal([0.5, 0.2, 0.15, 0.15], current.Items.Select(i => i.Value));
        Assert.Equal([0.125, 0.1, 5, 50], current.Items.Select(i => i.Scale));
        Assert.Equal((2, 1), ((await wards.ReadAsync("composite", "2026-03")).Ask.Weights.Version, (await wards.ReadAsync("composite")).Ask.Weights.Version));
        await using var db = await wards.App.OpenAsync();
        var line = await db.AuditRecords.SingleAsync(l => l.Action == "weights.published");
        Assert.Contains((AuditFact.Weight, "valuable_ratio 40 % / 0.1"), AuditFacts.Read(line.Before!)!);
        Assert.Contains((AuditFact.Weight, "valuable_ratio 50 % / 0.125"), AuditFacts.Read(line.After!)!);
        Assert.Contains((AuditFact.Note, "Tập huấn lại"), AuditFacts.Read(line.After!)!);
        Assert.Equal([(AuditFact.Version, "2")], AuditFacts.Read(line.Subject!)!);
    }

    [Theory]
    [InlineData("weight-valuable_ratio", "41", "tổng phải là 100")]
    [InlineData("weight-valuable_ratio", "", "tổng phải là 100")]
    [InlineData("step-followers_per_1000", "0", "số lớn hơn 0")]
    [InlineData("step-followers_per_1000", "nhiều", "số lớn hơn 0")]
    [InlineData("Reason", "", "Hãy ghi lý do")]
    [InlineData("Reason", "như cũ", "không có gì mới")]
    public async Task What_is_no_whole_or_has_no_reason_is_refused_in_words(string field, string value, string said)
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync();

        using var refused = await administrator.PostAsync(Page, "publish", Fields((field, value)));

        Assert.Contains(said, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await using var db = await app.OpenAsync();
        Assert.Equal(1, await db.WeightsVersions.CountAsync());
    }

    [Fact]
    public async Task Everybody_reads_the_weights_and_only_an_administrator_of_the_whole_publishes()
    {
        await using var wards = await Wards.StartAsync();

        foreach (var visitor in new[] { await wards.App.SignInAsync(Role.Chief, "sen"), await wards.App.SignInAsync(Role.Administrator, "north") })
        {
            var page = await visitor.ReadAsync(Page);
            Assert.Contains("Phiên bản 1", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Công bố trọng số mới", page, StringComparison.Ordinal);
        }

        await using var scope = wards.App.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<WeightsDesk>();
        Assert.Equal(WeightsRefusal.NotAllowed, await desk.PublishAsync(await wards.CommanderAsync(), [], "vì", CancellationToken.None));
    }

    private static (string, string)[] Fields(params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["weight-valuable_ratio"] = "40",
            ["weight-answered_in_time"] = "30",
            ["weight-tipoffs_per_10000"] = "15",
            ["weight-followers_per_1000"] = "15",
            ["step-valuable_ratio"] = "10",
            ["step-answered_in_time"] = "10",
            ["step-tipoffs_per_10000"] = "5",
            ["step-followers_per_1000"] = "50",
            ["Reason"] = "Tập huấn lại",
        };
        foreach (var (name, value) in other)
            fields[name] = value;
        return [.. fields.Select(f => (f.Key, f.Value))];
    }
}
