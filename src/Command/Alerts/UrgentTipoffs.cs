using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>Each urgent tip-off, from its entry until the unit has assessed it.</summary>
public sealed class UrgentTipoffs : IAlertSource
{
    public string Text => AlertText.UrgentTipoff;

    public TimeSpan Every => TimeSpan.Zero;

    public async Task<IReadOnlyList<Cause>> ReadAsync(AlertScene scene, CancellationToken cancellation)
    {
        var urgent = await scene.Db.Tipoffs.AsNoTracking()
            .Where(t => t.Urgency == Urgency.Urgent && t.DueAt != null)
            .Select(t => new { t.Number, t.CreditedUnitId })
            .ToListAsync(cancellation);
        return
        [
            .. from t in urgent
               let rule = scene.Rules.For(AlertKind.UrgentTipoff, t.CreditedUnitId)
               where rule is not null
               select new Cause($"{Text}:{t.Number}", rule, Text, t.CreditedUnitId, $"/tipoffs/{Uri.EscapeDataString(t.Number)}") { Number = t.Number },
        ];
    }
}
