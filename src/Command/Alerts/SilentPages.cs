using Command.Data;
using Command.Live;

namespace Command.Alerts;

/// <summary>
/// Pages that were heard of and have been silent longer than their setting. One that was never heard of has not fallen
/// silent, it is not connected yet: the board and the list of pages say that.
/// </summary>
public sealed class SilentPages(Silence silence) : IAlertSource
{
    public string Text => AlertText.SilentPage;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Cause>> ReadAsync(AlertScene scene, CancellationToken cancellation)
    {
        if (!scene.Rules.IsOn(AlertKind.SilentPage))
            return [];
        var lastEvents = await LastEvents.ReadAsync(scene.Db, cancellation);
        return
        [
            .. from page in scene.Tree.Pages.Values
               where page.Key is not null
               let last = lastEvents.GetValueOrDefault(page.Id)
               where last is not null && silence.IsSilent(page, last, scene.Now)
               let owner = scene.Tree.OwnerOn(page.Id, scene.Today)
               where owner is not null
               let rule = scene.Rules.For(AlertKind.SilentPage, owner)
               where rule is not null
               select new Cause($"{Text}:{page.Id}", rule, Text, owner, $"/?page={Uri.EscapeDataString(page.Key!)}")
               {
                   PageId = page.Id,
                   Since = last,
                   Hours = (int)silence.LimitOf(page).TotalHours,
               },
        ];
    }
}
