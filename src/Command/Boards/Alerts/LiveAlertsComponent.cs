using System.Globalization;
using Command.Alerts;
using Command.People;
using Microsoft.AspNetCore.Components;

namespace Command.Boards.Alerts;

/// <summary>Shows the open alerts that its reader may see, and draws itself again when they change: it reads what is, so nothing is lost while a tab sleeps.</summary>
public abstract class LiveAlertsComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource left = new();
    private readonly CancellationToken leftToken;

    /// <summary>Callbacks come from the pool, which knows nothing of the reader's language.</summary>
    private readonly (CultureInfo Numbers, CultureInfo Words) reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private IDisposable? subscription;

    /// <summary>The token outlives its source: a reading may still run when the component has gone.</summary>
    protected LiveAlertsComponent() => leftToken = left.Token;

    [Inject]
    protected AlertQuery Query { get; set; } = default!;

    [Inject]
    protected Askers Askers { get; set; } = default!;

    [Inject]
    protected TimeProvider Time { get; set; } = default!;

    protected IReadOnlyList<AlertLine> Open { get; private set; } = [];

    protected Asker? Asker { get; private set; }

    protected CancellationToken Left => leftToken;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        left.Cancel();
        left.Dispose();
        subscription?.Dispose();
    }

    protected override async Task OnInitializedAsync() => await ReadAsync();

    /// <summary>Only a living circuit subscribes; what changed since the first drawing was told to nobody here.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        subscription = Query.Subscribe(() => InvokeAsync(RefreshAsync));
        _ = RefreshAsync();
    }

    /// <summary>What else a component shows of what changed.</summary>
    protected virtual Task ReadMoreAsync() => Task.CompletedTask;

    protected async Task RefreshAsync()
    {
        if (leftToken.IsCancellationRequested)
            return;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = reader;
        try
        {
            await ReadAsync();
            await ReadMoreAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (leftToken.IsCancellationRequested)
        {
        }
        catch (Exception failed)
        {
            await DispatchExceptionAsync(failed);
        }
    }

    /// <summary>Who asks is asked anew each time: a session may have ended meanwhile.</summary>
    private async Task ReadAsync()
    {
        Asker = await Askers.CurrentAsync();
        Open = Asker is null ? [] : await Query.OpenAsync(Asker, leftToken);
    }
}
