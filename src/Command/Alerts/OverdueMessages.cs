using Command.Data;
using Command.Rollups;

namespace Command.Alerts;

/// <summary>Conversations that wait beyond their target: one cause for each unit, however many they are.</summary>
public sealed class OverdueMessages(ReplyTargetBook targets) : IAlertSource
{
    public string Text => AlertText.OverdueMessages;

    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<Cause>> ReadAsync(AlertScene scene, CancellationToken cancellation)
    {
        var waits = await OpenWaits.ReadAsync(scene.Db, null, scene.Now, await targets.ReadAsync(cancellation), cancellation);
        return
        [
            .. from wait in waits
               where wait.DueAt <= scene.Now
               let owner = scene.Tree.OwnerOn(wait.PageId, scene.Today)
               where owner is not null
               group wait by owner.Value into overdue
               let rule = scene.Rules.For(AlertKind.Overdue, overdue.Key)
               where rule is not null && overdue.Count() >= (rule.Least ?? 1)
               select new Cause($"{Text}:{overdue.Key}", rule, Text, overdue.Key, $"/messages?unit={Uri.EscapeDataString(scene.KeyOf(overdue.Key))}&overdue=1") { Count = overdue.Count() },
        ];
    }
}
