using Command.Data;
using Command.Messages;
using Command.Rollups;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Messages;

public sealed class MessageQueueQueryTests
{
    private static readonly CancellationToken none = CancellationToken.None;

    [Fact]
    public async Task The_oldest_stands_first_with_what_it_is_about_and_when_it_falls_due()
    {
        await using var app = await BusyAsync();
        var page = await ReadAsync(app, await app.AskerAsync(Role.Commander, "city"));

        Assert.Equal([-50, -26, -3, -2], page.Lines.Select(l => (l.Since - Ward.Monday).TotalHours));
        Assert.Equal([MessageKind.Unclassified, MessageKind.TipOff, MessageKind.Procedure, MessageKind.Praise], page.Lines.Select(l => l.Kind));
        Assert.All(page.Lines, l => Assert.Equal(l.Since.AddHours(24), l.DueAt));
        Assert.Equal((4, false), (page.Waiting, page.HasMore));
        Assert.Equal(("Công an phường Bến Sông", "Trang 0", Platform.Zalo), (page.Lines[1].UnitName, page.Lines[1].PageName, page.Lines[1].Platform));
    }

    [Fact]
    public async Task A_filter_of_unit_kind_or_what_is_overdue_leaves_the_others_out()
    {
        await using var app = await BusyAsync();
        var asker = await app.AskerAsync(Role.Commander, "city");

        Assert.Equal([-26, -3], await HoursAsync(app, asker, new QueueFilter(UnitId: await app.UnitAsync("ward-0"))));
        Assert.Equal([-26], await HoursAsync(app, asker, new QueueFilter(Kind: MessageKind.TipOff)));
        Assert.Equal([-50, -26], await HoursAsync(app, asker, new QueueFilter(Overdue: true)));
        Assert.Empty(await HoursAsync(app, await app.AskerAsync(Role.Staff, "ward-0"), new QueueFilter(UnitId: await app.UnitAsync("ward-1"))));
    }

    [Theory]
    [InlineData(Role.Commander, "city", 4)]
    [InlineData(Role.Chief, "ward-0", 2)]
    [InlineData(Role.Staff, "ward-1", 2)]
    [InlineData(Role.Administrator, null, 4)]
    [InlineData(Role.Analyst, "city", 0)]
    [InlineData(Role.Wall, "city", 0)]
    [InlineData(Role.Key, null, 0)]
    public async Task Each_sees_the_queue_of_his_subtree_and_who_sees_no_records_sees_none(Role role, string? unit, int expected)
    {
        await using var app = await BusyAsync();
        var asker = await app.AskerAsync(role, unit);
        var page = await ReadAsync(app, asker);

        Assert.Equal((expected, expected), (page.Lines.Count, page.Waiting));
        Assert.All(page.Lines, l => Assert.Equal(role != Role.Administrator, l.MayWork));
        Assert.Equal(expected > 0, await app.Get<MessageQueueQuery>().FindAsync(asker, role == Role.Staff ? 3 : 1, none) is not null);
        Assert.Equal(expected == 4, await app.Get<MessageQueueQuery>().FindAsync(asker, role == Role.Staff ? 1 : 3, none) is not null);
    }

    [Fact]
    public async Task What_is_overdue_comes_to_the_officer_in_charge_and_then_to_the_chief()
    {
        await using var app = await BusyAsync();
        var (officer, chief, staff) = (await app.AskerAsync(Role.Staff, "ward-0", await app.AddPersonAsync("officer", Role.Staff, "ward-0")), await app.AskerAsync(Role.Chief, "ward-0", 3), await app.AskerAsync(Role.Staff, "ward-0", 4));
        var ward = await app.UnitAsync("ward-0");
        var today = LocalTime.DayOf(Ward.Monday);
        await using var scope = app.Services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<OfficerSettings>();
        var mine = new QueueFilter(Mine: true);
        Assert.Equal([-26], await HoursAsync(app, chief, mine));

        Assert.Equal(SettingFault.OutOfSight, await settings.NameAsync(staff, ward, officer.PersonId, today, none));
        Assert.Equal(SettingFault.PersonUnknown, await settings.NameAsync(chief, ward, await app.AddPersonAsync("foreign", Role.Staff, "ward-1"), today, none));
        Assert.Equal(SettingFault.None, await settings.NameAsync(chief, ward, officer.PersonId, today, none));
        Assert.Equal([-26], await HoursAsync(app, officer, mine));
        Assert.Empty(await HoursAsync(app, chief, mine));

        await using (var db = await app.OpenAsync())
        {
            db.ReplyTargetRules.Add(new ReplyTargetRule { UnitId = ward, Kind = MessageKind.TipOff, From = today.AddDays(-9), Minutes = 60, Measure = TargetMeasure.Clock });
            await db.SaveChangesAsync();
            app.Get<ReplyTargetBook>().Changed();
        }

        Assert.Equal([-26], await HoursAsync(app, chief, mine));
        Assert.Empty(await HoursAsync(app, officer, mine));
        Assert.Null(await app.Get<MessageDesk>().TakeAsync(staff, 2, 0, none));
        Assert.Equal([-3], await HoursAsync(app, staff, mine));
    }

    [Fact]
    public async Task A_long_queue_comes_in_pages_and_no_page_reads_events()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var asker = await app.AskerAsync(Role.Commander, "city");
        for (var person = 0; person < 120; person++)
            await app.WriteAsync($"m{person}", Ward.Monday.AddMinutes(-person / 2), person % 2, person);
        var statements = new List<string>();
        using var watch = new QueryWatch(app.Folder, statements.Add);

        var seen = new List<QueueLine>();
        QueueMark? after = null;
        do
        {
            var page = await ReadAsync(app, asker, new QueueFilter(After: after));
            Assert.True(page.Lines.Count <= MessageQueueQuery.LinesOfPage);
            seen.AddRange(page.Lines);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(120, seen.Select(l => l.ConversationId).Distinct().Count());
        Assert.Equal(seen.Select(l => (l.Since, l.ConversationId)).Order(), seen.Select(l => (l.Since, l.ConversationId)));
        Assert.NotEmpty(statements);
        Assert.DoesNotContain(statements, s => s.Contains("\"Events\"", StringComparison.Ordinal) || s.Contains("\"Words\"", StringComparison.Ordinal));
    }

    /// <summary>Conversations 1 and 2 of ward 0, 3 and 4 of ward 1.</summary>
    private static async Task<TestApp> BusyAsync()
    {
        var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-26), 0, 1, "tin báo: có trộm");
        await app.WriteAsync("m2", Ward.Monday.AddHours(-3), 0, 2, "hỏi thủ tục");
        await app.WriteAsync("m3", Ward.Monday.AddHours(-50), 1, 1, "alo");
        await app.WriteAsync("m4", Ward.Monday.AddHours(-2), 1, 2, "cảm ơn");
        await app.WriteAsync("m5", Ward.Monday.AddHours(-5), 1, 3, "cảm ơn");
        await app.ReplyAsync("r5", Ward.Monday.AddHours(-4), 1, 3);
        return app;
    }

    private static Task<QueuePage> ReadAsync(TestApp app, Command.People.Asker asker, QueueFilter? filter = null) =>
        app.Get<MessageQueueQuery>().ReadAsync(asker, filter ?? new QueueFilter(), none);

    private static async Task<IEnumerable<double>> HoursAsync(TestApp app, Command.People.Asker asker, QueueFilter filter) =>
        (await ReadAsync(app, asker, filter)).Lines.Select(l => (l.Since - Ward.Monday).TotalHours);
}
