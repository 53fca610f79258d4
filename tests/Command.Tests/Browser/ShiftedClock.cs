using Command.Data;

namespace Command.Tests.Browser;

/// <summary>The real clock, moved so that a test began at this time of the local day: it goes on, and midnight is far.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private readonly TimeSpan shift;

    public ShiftedClock(TimeOnly begin)
    {
        var now = System.GetUtcNow();
        shift = LocalTime.StartOf(LocalTime.DayOf(now)) + begin.ToTimeSpan() - now;
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
