using Microsoft.AspNetCore.Components;

namespace Command.Boards.Shell;

/// <summary>
/// Draws itself again only when what it shows has changed: a board is told of changes ten times a second, and most of
/// it stays as it was.
/// </summary>
/// <typeparam name="TShown">Compared by value: a record or a tuple of all that the markup reads.</typeparam>
public abstract class StillComponent<TShown> : ComponentBase
{
    private TShown? drawn;
    private bool hasDrawn;

    protected abstract TShown Shown { get; }

    protected override bool ShouldRender()
    {
        var shown = Shown;
        if (hasDrawn && EqualityComparer<TShown>.Default.Equals(shown, drawn))
            return false;
        drawn = shown;
        hasDrawn = true;
        return true;
    }
}
