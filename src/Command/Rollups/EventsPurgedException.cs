namespace Command.Rollups;

/// <summary>Sums cannot be recomputed, since the events that they came from are no longer kept.</summary>
/// <param name="asked">First day of the range that was asked for.</param>
/// <param name="oldest">The first day that can be recomputed.</param>
public sealed class EventsPurgedException(DateOnly asked, DateOnly oldest)
    : InvalidOperationException(FormattableString.Invariant($"The sums of {asked:yyyy-MM-dd} cannot be recomputed: events are kept from {oldest:yyyy-MM-dd} on. The oldest day that can be is {oldest:yyyy-MM-dd}."))
{
    public DateOnly Oldest { get; } = oldest;
}
