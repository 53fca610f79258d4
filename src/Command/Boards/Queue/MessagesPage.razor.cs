using System.Globalization;
using Command.Data;
using Command.Messages;
using Command.People;
using Command.Units;
using Microsoft.AspNetCore.Components;

namespace Command.Boards.Queue;

/// <summary>The queue: what is asked for stands in the address; whose it is, is cut in the query. It shows nobody's words.</summary>
public sealed partial class MessagesPage
{
    private static readonly TimeSpan readAgainEvery = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource left = new();
    private readonly (CultureInfo Numbers, CultureInfo Words) reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private QueuePage? queue;
    private Asker? asker;
    private bool isStranger;
    private long? chosen;
    private IReadOnlyList<(string Key, string Name)> units = [];
    private ITimer? timer;

    [Inject]
    private MessageQueueQuery Query { get; set; } = default!;

    [Inject]
    private UnitRegistry Units { get; set; } = default!;

    [Inject]
    private Askers Askers { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    /// <summary>Key of one page.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    private string? OnPage { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "mine")]
    private string? Mine { get; set; }

    [SupplyParameterFromQuery(Name = "overdue")]
    private string? Overdue { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private bool IsFiltered => Unit is not null || OnPage is not null || Kind is not null || Mine == "1" || Overdue == "1";

    /// <summary>The chosen line, or the oldest when it has gone.</summary>
    private QueueLine? Selected => queue is { Lines: [var oldest, ..] } ? queue.Lines.FirstOrDefault(l => l.ConversationId == chosen, oldest) : null;

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
        timer?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        asker = await Askers.CurrentAsync();
        if (asker is null)
        {
            isStranger = true;
            return;
        }

        units = await Query.UnitsAsync(asker, left.Token);
        await ReadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            timer = Time.CreateTimer(_ => _ = InvokeAsync(ReadAgainAsync), null, readAgainEvery, readAgainEvery);
    }

    private async Task ReadAgainAsync()
    {
        if (left.IsCancellationRequested)
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

    /// <summary>Who asks is asked anew each time: a session may have ended meanwhile.</summary>
    private async Task ReadAsync()
    {
        asker = await Askers.CurrentAsync();
        isStranger = asker is null;
        queue = asker is null ? null : await Query.ReadAsync(asker, await FilterAsync(), left.Token);
    }

    /// <summary>An address that names what is not there asks for nothing, rather than for everything.</summary>
    private async Task<QueueFilter> FilterAsync()
    {
        int? unit = Unit is null ? null : (await Units.TreeAsync(left.Token)).Find(Unit)?.Id ?? -1;
        return new QueueFilter(
            unit,
            Enum.TryParse<MessageKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
            Mine == "1",
            Overdue == "1",
            MarkOf(After),
            OnPage is null ? null : (await Units.TreeAsync(left.Token)).FindPage(OnPage)?.Id ?? -1);
    }

    private static QueueMark? MarkOf(string? text) =>
        text?.Split('-') is [var since, var id]
            && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var conversation)
            ? new QueueMark(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), conversation)
            : null;

    private void Step(int by)
    {
        if (queue is null || Selected is not { } selected)
            return;
        var at = queue.Lines.ToList().IndexOf(selected) + by;
        chosen = queue.Lines[Math.Clamp(at, 0, queue.Lines.Count - 1)].ConversationId;
    }

    private string With(string name, string? value)
    {
        var parameters = new Dictionary<string, object?> { [name] = value };
        if (name != "after")
            parameters["after"] = null;
        return Navigation.GetUriWithQueryParameters(parameters);
    }

    private void Go(string name, ChangeEventArgs change) => Navigation.NavigateTo(With(name, change.Value is string { Length: > 0 } value ? value : null));
}
