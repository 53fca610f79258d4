using System.Globalization;
using Command.People;
using Microsoft.AspNetCore.Components;

namespace Command.Boards;

/// <summary>The board: the state is in the address, the numbers are those of the shared snapshot.</summary>
public sealed partial class BoardPage
{
    /// <summary>Numbers older than this are said to be old.</summary>
    private static readonly TimeSpan freshFor = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan looksAtClockEvery = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource left = new();

    /// <summary>Callbacks come from the pool, which knows nothing of the reader's language.</summary>
    private readonly (CultureInfo Numbers, CultureInfo Words) reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    private Asker? asker;
    private BoardView? view;
    private DateTimeOffset? staleSince;
    private IDisposable? subscription;
    private ITimer? clock;
    private bool isReading;
    private bool mustReadAgain;

    [Inject]
    private BoardQuery Query { get; set; } = default!;

    [Inject]
    private Askers Askers { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>Null on a living circuit.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? Page { get; set; }

    [SupplyParameterFromQuery(Name = "wall")]
    private string? Wall { get; set; }

    private Scope Scope => new(Page is null ? Unit : null, Page);

    private bool IsOutOfSight => asker is not null && view is null && Query.IsOutOfSight(asker, Scope);

    /// <summary>The store was read and the scope is not in it.</summary>
    private bool IsUnknown => Scope != Scope.Whole && Query.CheckedAt is not null;

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
        subscription?.Dispose();
        clock?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        asker = await Askers.CurrentAsync();
        if (asker is not null)
            view = Query.Last(asker, Scope);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (asker is { Role: Data.Role.Wall } && Wall != "1")
            Navigation.NavigateTo("/?wall=1");
        await ReadAsync();
        if (IsOutOfSight && Request is { Response.HasStarted: false })
            Request.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <summary>Only a living circuit subscribes; a page that is drawn once for its first answer does not.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        subscription = Query.Subscribe(() => InvokeAsync(RefreshAsync));

        // What changed between the first drawing and now was told to nobody here.
        _ = RefreshAsync();
        clock = Time.CreateTimer(_ => _ = InvokeAsync(LookAtClock), null, looksAtClockEvery, looksAtClockEvery);
    }

    /// <summary>However many changes come while a reading runs, one reading follows it.</summary>
    private async Task RefreshAsync()
    {
        if (isReading)
        {
            mustReadAgain = true;
            return;
        }

        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = reader;
        isReading = true;
        try
        {
            do
            {
                mustReadAgain = false;
                await ReadAsync();
            }
            while (mustReadAgain && !left.IsCancellationRequested);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
        }
        catch (Exception failed)
        {
            await DispatchExceptionAsync(failed);
        }
        finally
        {
            isReading = false;
        }
    }

    private async Task ReadAsync()
    {
        if (left.IsCancellationRequested || asker is null)
            return;
        var asked = Scope;
        var read = await Query.ViewAsync(asker, asked, left.Token);
        if (asked != Scope)
            return;
        view = read;
        staleSince = StaleSince();
    }

    /// <summary>On a quiet day nothing changes but the time: how long ago, and when the store was last asked.</summary>
    private void LookAtClock()
    {
        if (left.IsCancellationRequested)
            return;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = reader;
        staleSince = StaleSince();
        StateHasChanged();
    }

    /// <summary>When what is shown was last known to be the newest there is.</summary>
    private DateTimeOffset? FreshAt() => view is null || Query.CheckedAt > view.TakenAt ? Query.CheckedAt : view.TakenAt;

    private DateTimeOffset? StaleSince() => Query.StaleSince ?? (FreshAt() is { } at && Time.GetUtcNow() - at > freshFor ? at : null);
}
