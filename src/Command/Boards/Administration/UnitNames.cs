using Command.Data;
using Command.Units;

namespace Command.Boards.Administration;

/// <summary>The names that units bear today, for pages that list by unit.</summary>
public sealed class UnitNames(UnitRegistry units, TimeProvider time)
{
    private UnitTree? tree;

    public async Task ReadAsync(CancellationToken cancellation) => tree = await units.TreeAsync(cancellation);

    public string Of(int? unitId, string everything) => unitId is { } id ? tree?.NameOf(id, LocalTime.DayOf(time.GetUtcNow())) ?? "" : everything;

    /// <returns>Null: there is no such unit.</returns>
    public string? OfKey(string key) => tree?.Find(key) is { } unit ? Of(unit.Id, key) : null;
}
