using Command.Data;
using Command.Ranking.Leaderboards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Ranking.Leaderboards;

public sealed class PeriodSealingTests
{
    [Fact]
    public async Task What_nobody_sealed_in_time_is_sealed_on_schedule_and_what_was_open_is_named()
    {
        await using var wards = await Wards.BusyAsync();
        wards.Clock.Now = DateTimeOffset.Parse("2026-03-20T01:40:00+07:00", null);
        await CloseAsync(wards);
        Assert.Equal(LeaderboardStatus.Provisional, (await wards.ReadAsync("valuable_ratio")).Status);

        wards.Clock.Now = DateTimeOffset.Parse("2026-03-21T01:40:00+07:00", null);
        var night = await CloseAsync(wards);

        Assert.True(night.Sealed > 0);
        var view = await wards.ReadAsync("valuable_ratio");
        Assert.Equal((LeaderboardStatus.Sealed, "system"), (view.Status, view.Seal!.By));
        Assert.Equal([new OpenItem("tre", OpenKind.Tipoffs, 1)], view.Seal.Open);
        Assert.Equal(0, (await CloseAsync(wards)).Sealed);
        await using var db = await wards.App.OpenAsync();
        Assert.Equal(await db.SealedLeaderboards.CountAsync(), await db.AuditRecords.CountAsync(l => l.Action == "leaderboard.sealed" && l.Actor == "system"));
        Assert.False(await db.SealedLeaderboards.AnyAsync(b => b.Period.Contains("-W")));
    }

    [Fact]
    public async Task What_is_all_decided_is_left_to_a_commander_until_its_time_is_over()
    {
        await using var wards = await Wards.BusyAsync();
        var tre = await wards.ReceiveAsync("tre", 0, 0, 1);
        Assert.Equal(0, (await CloseAsync(wards)).Ready);

        await using (var db = await wards.App.OpenAsync())
        {
            foreach (var open in await db.Tipoffs.AsNoTracking().Where(t => t.CreditedUnitId == tre.CreditedUnitId).ToListAsync())
                await wards.DecideAsync(open, Verdict.NotValuable);
        }

        var night = await CloseAsync(wards);

        Assert.Equal(0, night.Sealed);
        Assert.True(night.Ready > 0);
        Assert.Equal(LeaderboardStatus.Provisional, (await wards.ReadAsync("valuable_ratio")).Status);
    }

    [Fact]
    public async Task A_board_on_which_nobody_can_be_ranked_is_sealed_too()
    {
        await using var wards = await Wards.StartAsync();
        await wards.ReceiveAsync("sen", 0, 0, 3);
        wards.Clock.Now = DateTimeOffset.Parse("2026-03-21T01:40:00+07:00", null);

        await CloseAsync(wards);

        var view = await wards.ReadAsync("valuable_ratio");
        Assert.Empty(view.Board.Rows);
        Assert.Equal([new OpenItem("sen", OpenKind.Tipoffs, 3)], view.Seal!.Open);
        await using var db = await wards.App.OpenAsync();
        Assert.False(await db.SealedLeaderboards.AnyAsync(b => b.Metric == "answered_in_time"));
    }

    private static async Task<PeriodsClosed> CloseAsync(Wards wards)
    {
        await using var scope = wards.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PeriodSealing>().CloseAsync(CancellationToken.None);
    }
}
