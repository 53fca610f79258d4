using Command.Data;
using Command.Units;

namespace Command.Alerts;

/// <summary>What every source looks at.</summary>
public sealed record AlertScene(CommandDb Db, UnitTree Tree, RuleBook Rules, DateTimeOffset Now)
{
    public DateOnly Today { get; } = LocalTime.DayOf(Now);

    public string KeyOf(int unitId) => Tree.Units[unitId].Key;
}
