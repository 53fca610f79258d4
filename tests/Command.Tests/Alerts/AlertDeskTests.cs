using Command.Alerts;
using Command.Data;
using Command.People;
using Command.Tests.Messages;

namespace Command.Tests.Alerts;

/// <summary>Who sees an alert, and who acknowledges it: once, by name.</summary>
public sealed class AlertDeskTests
{
    [Fact]
    public async Task Of_two_people_at_once_one_is_first_and_the_other_is_told_who()
    {
        await using var app = await StartAsync();
        var people = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => app.AskerAsync(Role.Staff, person: n)));
        var id = Assert.Single(await app.OpenAsync(people[0])).Id!.Value;

        var done = await Task.WhenAll(people.Select(p => Task.Run(() => app.AcknowledgeAsync(p, id, $"của {p.Name}"))));

        var first = people[Array.FindIndex(done, d => d.Fault == AcknowledgeFault.None)];
        Assert.Single(done, d => d.Fault == AcknowledgeFault.None);
        Assert.All(done.Where(d => d.Fault != AcknowledgeFault.None), d => Assert.Equal(new Acknowledged(AcknowledgeFault.Overtaken, new Acknowledgement(first.Name, Ward.Monday, $"của {first.Name}")), d));
        var alert = Assert.Single(await app.AlertsAsync());
        Assert.Equal((first.Name, first.PersonId, Ward.Monday), (alert.AcknowledgedBy, alert.AcknowledgedById!.Value, alert.AcknowledgedAt!.Value));
        Assert.Equal([$$"""{{first.Name}} {"Alert":{{id}}}"""], await app.AuditedAsync(AlertDesk.Action));
        Assert.Null((await app.Get<AuditLog>().VerifyAsync(null, Guard.None)).Fault);
        Assert.Empty(await app.OpenAsync(people[0]));
    }

    [Fact]
    public async Task Another_units_chief_sees_none_and_a_forged_id_is_refused()
    {
        await using var app = await StartAsync();
        var id = (await app.AlertsAsync()).Single().Id;
        var stranger = await app.AskerAsync(Role.Chief, "ward-1", 7);

        Assert.Empty(await app.OpenAsync(stranger));
        Assert.Equal(AcknowledgeFault.NotFound, (await app.AcknowledgeAsync(stranger, id)).Fault);
        Assert.Equal(AcknowledgeFault.NotFound, (await app.AcknowledgeAsync(stranger, id + 1)).Fault);
        Assert.Null((await app.AlertsAsync()).Single().AcknowledgedAt);

        await app.AcknowledgeAsync(await app.AskerAsync(Role.Chief), id);
        Assert.Equal(0, (await app.Get<AlertQuery>().PastAsync(stranger, new AlertFilter(), Guard.None)).Total);
        Assert.Equal(0, (await app.Get<AlertQuery>().PastAsync(stranger, new AlertFilter(UnitKey: "ward-0"), Guard.None)).Total);
        Assert.Equal(1, (await app.Get<AlertQuery>().PastAsync(await app.AskerAsync(Role.Commander, "city"), new AlertFilter(UnitKey: "ward-0"), Guard.None)).Total);
    }

    [Theory]
    [InlineData(Role.Commander, true, true)]
    [InlineData(Role.Chief, true, true)]
    [InlineData(Role.Staff, true, true)]
    [InlineData(Role.Administrator, true, false)]
    [InlineData(Role.Analyst, false, false)]
    [InlineData(Role.Wall, false, false)]
    public async Task Each_role_sees_of_an_urgent_tipoff_what_is_for_it(Role role, bool isSingle, bool mayAcknowledge)
    {
        await using var app = await StartAsync();
        await app.EnterAsync("2");
        await app.LookAsync();
        var asker = await app.AskerAsync(role);

        var lines = await app.OpenAsync(asker);

        Assert.Equal(isSingle ? 2 : 1, lines.Count);
        Assert.All(lines, line => Assert.Equal((isSingle, isSingle, isSingle), (line.Link is not null, line.Number is not null, line.Id is not null)));
        Assert.All(lines, line => Assert.Equal(("Công an phường Bến Sông", isSingle ? 1L : 2L), (line.UnitName, line.Count)));
        Assert.Equal(mayAcknowledge, lines[0].MayAcknowledge && lines[0].Id is not null);
        var done = await app.AcknowledgeAsync(asker, (await app.AlertsAsync())[0].Id);
        Assert.Equal(mayAcknowledge ? AcknowledgeFault.None : AcknowledgeFault.NotFound, done.Fault);
        if (!isSingle)
            Assert.Equal(0, (await app.Get<AlertQuery>().PastAsync(asker, new AlertFilter(), Guard.None)).Total);
    }

    [Fact]
    public async Task An_alert_holds_no_words_of_the_resident()
    {
        await using var app = await StartAsync();

        await using var db = await app.OpenAsync();
        var row = System.Text.Json.JsonSerializer.Serialize(Assert.Single(await app.AlertsAsync()));
        Assert.DoesNotContain("Hoa Gi", row, StringComparison.Ordinal);
        Assert.DoesNotContain("hẻm", System.Text.RegularExpressions.Regex.Unescape(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wall_shows_the_alerts_of_its_scope_alone_without_a_link()
    {
        await using var app = await StartAsync();
        await app.HearAsync();
        await app.WriteAsync("m", Ward.Monday.AddHours(-30), page: 1);
        await app.LookAsync();

        Assert.Equal([AlertText.UrgentCount], (await app.OpenAsync(await app.AskerAsync(Role.Wall))).Select(l => l.Text));
        Assert.Equal([AlertText.OverdueMessages], (await app.OpenAsync(await app.AskerAsync(Role.Wall, "ward-1"))).Select(l => l.Text));
        Assert.All(await app.OpenAsync(await app.AskerAsync(Role.Wall, "city")), l => Assert.Null(l.Link));
    }

    private static async Task<TestApp> StartAsync()
    {
        var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.EnterAsync("1");
        await app.LookAsync();
        return app;
    }
}
