using Command.Data;
using Command.Messages;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>Conversations that wait beyond their target: one cause for each unit, however many they are.</summary>
public sealed class OverdueMessages(ReplyTarget otherwise, CalendarRegistry calendars) : IAlertSource
{
    public string Text => AlertText.OverdueMessages;

    public TimeSpan Every => TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<Cause>> ReadAsync(AlertScene scene, CancellationToken cancellation)
    {
        var rules = await scene.Db.ReplyTargetRules.AsNoTracking().ToListAsync(cancellation);
        // Working time is never shorter than the clock's: what waits less than the shortest target is in time.
        var shortest = rules.Select(r => TimeSpan.FromMinutes(r.Minutes)).Append(otherwise.Value).Min();
        var before = scene.Now - shortest;
        var waiting = await (
            from c in scene.Db.Conversations.AsNoTracking()
            where c.WaitingSince != null && c.WaitingSince <= before
            join h in scene.Db.Handlings.AsNoTracking() on c.Id equals h.ConversationId into handled
            from handling in handled.DefaultIfEmpty()
            select new { c.PageId, Since = c.WaitingSince!.Value, c.WaitingKind, Handling = handling }).ToListAsync(cancellation);
        var targets = new ReplyTargets(rules, otherwise.Value, scene.Tree, await calendars.CalendarAsync(cancellation));
        var overdue =
            from w in waiting
            let owner = scene.Tree.OwnerOn(w.PageId, scene.Today)
            where owner is not null
            let decided = w.Handling is not null && DeskScene.IsOf(w.Handling, w.Since) ? w.Handling.Kind : null
            where scene.Now >= targets.DueAt(owner.Value, decided ?? w.WaitingKind ?? MessageKind.Unclassified, w.Since)
            group w by owner.Value;
        return
        [
            .. from o in overdue
               let rule = scene.Rules.For(AlertKind.Overdue, o.Key)
               where rule is not null && o.Count() >= (rule.Least ?? 1)
               select new Cause($"{Text}:{o.Key}", rule, Text, o.Key, $"/messages?unit={Uri.EscapeDataString(scene.KeyOf(o.Key))}&overdue=1") { Count = o.Count() },
        ];
    }
}
