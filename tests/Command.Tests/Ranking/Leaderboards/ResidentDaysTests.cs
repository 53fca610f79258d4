using Command.Tests.Units;

namespace Command.Tests.Ranking.Leaderboards;

/// <summary>Through the board, since whoever counts residents shows only there.</summary>
public sealed class ResidentDaysTests
{
    [Fact]
    public async Task A_ward_that_grew_within_the_period_is_set_against_those_whom_it_served_meanwhile()
    {
        await using var wards = await Wards.BusyAsync();
        await using (var db = await wards.App.OpenAsync())
        {
            db.Add(new Command.Data.UnitResidents { UnitId = await wards.IdAsync("sen"), From = District.Day("2026-02-15"), Count = 40_000 });
            await db.SaveChangesAsync();
            await db.CountChangeAsync(CancellationToken.None);
        }

        var rows = (await wards.ReadAsync("tipoffs_per_10000")).Board.Rows.ToDictionary(r => r.Unit, r => (r.Count, r.Of));

        Assert.Equal((12.0, 3.0), rows["sen"]);
        Assert.Equal((12.0, 2.0), rows["mai"]);
    }

    [Fact]
    public async Task A_count_that_came_later_holds_for_the_days_before_it()
    {
        await using var wards = await Wards.BusyAsync();
        await using (var db = await wards.App.OpenAsync())
        {
            db.Add(new Command.Data.UnitResidents { UnitId = await wards.IdAsync("tre"), From = District.Day("2026-02-20"), Count = 10_000 });
            await db.SaveChangesAsync();
            await db.CountChangeAsync(CancellationToken.None);
        }

        Assert.Equal(1.0, (await wards.ReadAsync("tipoffs_per_10000")).Board.Apart.Single(a => a.Unit == "tre").Of);
    }
}
