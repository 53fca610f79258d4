using System.Globalization;
using Command.People;
using Microsoft.AspNetCore.Components;

namespace Command.Jobs;

/// <summary>A page that reads itself again every few seconds, in the language of its reader, until he leaves.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan readAgainEvery = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource left = new();
    private readonly (CultureInfo Numbers, CultureInfo Words) reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private ITimer? timer;

    [Inject]
    protected TimeProvider Time { get; set; } = default!;

    [Inject]
    protected Askers Askers { get; set; } = default!;

    protected Asker? Asker { get; private set; }

    protected bool MayAct => Asker is not null && JobControl.May(Asker);

    protected CancellationToken Left => left.Token;

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
        timer?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task ReadAsync();

    protected override async Task OnParametersSetAsync()
    {
        Asker = await Askers.CurrentAsync();
        if (Asker is not null)
            await ReadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            timer = Time.CreateTimer(_ => _ = InvokeAsync(ReadAgainAsync), null, readAgainEvery, readAgainEvery);
    }

    private async Task ReadAgainAsync()
    {
        if (left.IsCancellationRequested || Asker is null)
            return;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = reader;
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
        }
        catch (Exception failed)
        {
            await DispatchExceptionAsync(failed);
        }
    }
}
