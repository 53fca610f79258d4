using Command.Data;
using Command.Units;

namespace Command.Tests.Units;

public sealed class CalendarRegistryTests
{
    private static readonly DateOnly tuesday = District.Day("2026-03-03");

    [Fact]
    public async Task A_holiday_added_at_run_time_is_taken_up_at_once_where_it_was_added_and_soon_elsewhere()
    {
        await using var database = await TestDatabase.CreateAsync();
        var clock = new Stopwatch();
        var (here, elsewhere) = (new CalendarRegistry(database, WorkingHours.Default, clock), new CalendarRegistry(database, WorkingHours.Default, clock));
        Assert.True(await IsWorkingAsync(here));
        Assert.True(await IsWorkingAsync(elsewhere));

        await using (var db = database.CreateDbContext())
        {
            db.Holidays.Add(new Holiday { Day = tuesday, Name = "nghỉ" });
            await db.SaveChangesAsync();
        }

        here.Changed();
        Assert.False(await IsWorkingAsync(here));
        Assert.True(await IsWorkingAsync(elsewhere));
        clock.Seconds = 11;
        Assert.False(await IsWorkingAsync(elsewhere));
    }

    private static async Task<bool> IsWorkingAsync(CalendarRegistry calendars) => (await calendars.CalendarAsync(CancellationToken.None)).IsWorkingDay(tuesday);

    private sealed class Stopwatch : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
