using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>Tip-offs beyond their limit: one cause for each unit, however many they are.</summary>
public sealed class OverdueTipoffs : IAlertSource
{
    public string Text => AlertText.OverdueTipoffs;

    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<Cause>> ReadAsync(AlertScene scene, CancellationToken cancellation)
    {
        var overdue = await scene.Db.Tipoffs
            .Where(t => t.DueAt != null && t.DueAt < scene.Now)
            .GroupBy(t => t.CreditedUnitId)
            .Select(g => new { UnitId = g.Key, Count = g.LongCount() })
            .ToListAsync(cancellation);
        return
        [
            .. from o in overdue
               let rule = scene.Rules.For(AlertKind.Overdue, o.UnitId)
               where rule is not null && o.Count >= (rule.Least ?? 1)
               select new Cause($"{Text}:{o.UnitId}", rule, Text, o.UnitId, $"/tipoffs?unit={Uri.EscapeDataString(scene.KeyOf(o.UnitId))}&overdue=1") { Count = o.Count },
        ];
    }
}
