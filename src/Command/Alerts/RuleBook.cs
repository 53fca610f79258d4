using Command.Data;
using Command.Units;

namespace Command.Alerts;

/// <summary>
/// Pure: which rule holds today. That of the unit, else of the nearest unit above it, else the one for every unit; of
/// one unit's rules the one that began last.
/// </summary>
public sealed class RuleBook
{
    private readonly UnitTree tree;
    private readonly DateOnly day;
    private readonly Dictionary<(AlertKind, int?), AlertRule> holding;

    public RuleBook(IEnumerable<AlertRule> rules, UnitTree tree, DateOnly day)
    {
        (this.tree, this.day) = (tree, day);
        holding = rules.Where(r => r.From <= day).GroupBy(r => (r.Kind, r.UnitId)).ToDictionary(g => g.Key, g => g.MaxBy(r => r.From)!);
    }

    /// <summary>Some unit may be warned of it at all.</summary>
    public bool IsOn(AlertKind kind) => holding.Any(r => r.Key.Item1 == kind && r.Value.IsEnabled);

    /// <returns>Null: no alert of the kind for this unit.</returns>
    public AlertRule? For(AlertKind kind, int? unitId)
    {
        foreach (var id in tree.LineOf(unitId, day))
        {
            if (holding.TryGetValue((kind, id), out var own))
                return Enabled(own);
        }

        return holding.TryGetValue((kind, null), out var general) ? Enabled(general) : null;
    }

    private static AlertRule? Enabled(AlertRule rule) => rule.IsEnabled ? rule : null;
}
