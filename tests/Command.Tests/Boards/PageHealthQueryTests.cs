using Command.Boards;
using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Boards;

public sealed class PageHealthQueryTests
{
    private static readonly DateOnly today = LocalTime.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_page_that_nobody_registered_is_shown_with_each_of_its_events_counted_once()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.Get<IDbContextFactory<CommandDb>>().CreateDbContextAsync();
        var page = new Page { Platform = Platform.Zalo, ExternalId = "77" };
        db.Add(page);
        await db.SaveChangesAsync();
        db.AddRange(
            Sum(page, today.AddDays(-1), Metric.Messages, 5),
            Sum(page, today, Metric.Messages, 2),
            Sum(page, today, Metric.ProcedureQuestions, 2),
            Sum(page, today, Metric.Follows, 3));
        await db.SaveChangesAsync();

        var health = await app.Get<PageHealthQuery>().ReadAsync(TestAskers.Everything, CancellationToken.None);
        Assert.Equal([new UnregisteredPage(Platform.Zalo, "77", 10, today.AddDays(-1), today)], health.Unregistered);
        Assert.Empty(health.Registered);
    }

    [Fact]
    public async Task A_registered_page_names_its_owner_of_today_and_an_ended_owner_is_a_fault()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = await app.Get<IDbContextFactory<CommandDb>>().CreateDbContextAsync())
        {
            var living = new Unit { Key = "hoa-binh" };
            var ended = new Unit { Key = "son-ca" };
            db.AddRange(living, ended, new Page { Key = "a", Name = "Trang A", Platform = Platform.Zalo, ExternalId = "1" }, new Page { Key = "b", Name = "Trang B", Platform = Platform.Facebook, ExternalId = "2" });
            await db.SaveChangesAsync();
            db.AddRange(
                new UnitVersion { UnitId = living.Id, From = DateOnly.MinValue, Code = "1", Name = "Công an phường Hòa Bình", Kind = UnitKind.Ward },
                new UnitVersion { UnitId = ended.Id, From = DateOnly.MinValue, To = today.AddDays(-9), Code = "2", Name = "Công an phường Sơn Ca", Kind = UnitKind.Ward },
                new PageOwner { PageId = 1, UnitId = living.Id, From = DateOnly.MinValue },
                new PageOwner { PageId = 2, UnitId = ended.Id, From = DateOnly.MinValue });
            await db.SaveChangesAsync();
        }

        app.Get<UnitRegistry>().Changed();
        var health = await app.Get<PageHealthQuery>().ReadAsync(TestAskers.Everything, CancellationToken.None);
        Assert.Equal("Công an phường Hòa Bình", health.Registered.Single(p => p.Key == "a").UnitName);
        Assert.Equal([new FaultLine(DataFault.OwnerEnded, "Trang B", null)], health.Faults);
    }

    [Fact]
    public async Task What_was_set_aside_or_refused_is_counted_by_reason()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = await app.Get<IDbContextFactory<CommandDb>>().CreateDbContextAsync())
        {
            db.AddRange(Aside(1), Aside(2));
            db.Add(new Refusal { Day = today, Platform = Platform.Zalo, Reason = "wrong_signature", Count = 12 });
            db.Add(new Refusal { Day = today.AddDays(-40), Platform = Platform.Zalo, Reason = "wrong_signature", Count = 99 });
            await db.SaveChangesAsync();
        }

        var health = await app.Get<PageHealthQuery>().ReadAsync(TestAskers.Everything, CancellationToken.None);
        Assert.Equal([new SetAsideCount(Platform.Zalo, "missing_id", 2, DateTimeOffset.UnixEpoch.AddDays(2))], health.SetAsides);
        Assert.Equal([12L], health.Refusals.Select(r => r.Count));
    }

    private static RollupDay Sum(Page page, DateOnly day, Metric metric, long count) =>
        new() { PageId = page.Id, Day = day, Metric = metric.Id, Count = count, Sum = count };

    private static SetAside Aside(byte number) => new()
    {
        OnceKey = [.. Enumerable.Repeat(number, 16)],
        Platform = Platform.Zalo,
        Reason = "missing_id",
        ReceivedAt = DateTimeOffset.UnixEpoch.AddDays(number),
        Protected = [1],
        ExpiresAt = DateTimeOffset.UnixEpoch.AddDays(number + 90),
    };
}
