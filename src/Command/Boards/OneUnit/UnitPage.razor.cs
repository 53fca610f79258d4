using System.Globalization;
using Command.Boards.Compare;
using Command.Boards.Tipoffs;
using Command.Comparable;
using Command.Data;
using Command.People;
using Command.Periods;
using Command.Tipoffs;
using Microsoft.AspNetCore.Components;

namespace Command.Boards.OneUnit;

/// <summary>One unit: its queue now, its figures of a period; what is asked for stands in the address.</summary>
public sealed partial class UnitPage
{
    private static readonly string[] columns = ["name", "received", "valuable", "ratio"];

    private readonly CancellationTokenSource left = new();
    private readonly (CultureInfo Numbers, CultureInfo Words) reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private Asker? asker;
    private UnitAnswer? answer;
    private BoardView? view;
    private object? mark;
    private string sort = columns[0];
    private IDisposable? subscription;
    private bool isReading;
    private bool mustReadAgain;

    [Inject]
    private UnitFiguresQuery Query { get; set; } = default!;

    [Inject]
    private BoardQuery Boards { get; set; } = default!;

    [Inject]
    private Askers Askers { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <summary>Null on a living circuit.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    [Parameter]
    public string Key { get; set; } = "";

    [SupplyParameterFromQuery(Name = "month")]
    private string? Month { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
        subscription?.Dispose();
    }

    /// <remarks>The status is set as the answer starts: a page that says 404 before is not drawn at all.</remarks>
    protected override async Task OnParametersSetAsync()
    {
        sort = columns.Contains(Sort) ? Sort! : columns[0];
        asker = await Askers.CurrentAsync();
        mark = null;
        await ReadAsync();
        if (answer is { Figures: null } none && Request is { Response.HasStarted: false } request)
            request.Response.OnStarting(() => Task.FromResult(request.Response.StatusCode = none.IsOutOfSight ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound));
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            subscription = Boards.Subscribe(() => InvokeAsync(RefreshAsync));
    }

    private async Task RefreshAsync()
    {
        mustReadAgain = isReading;
        if (isReading || left.IsCancellationRequested)
            return;
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

    /// <summary>The queue comes from the shared snapshot; the figures are read anew when a tip-off has moved.</summary>
    private async Task ReadAsync()
    {
        if (asker is null)
            return;
        var key = Key;
        var now = await Boards.ViewAsync(asker, new Scope(key, null), left.Token);
        var stands = Query.Mark;
        var read = mark is not null && ReferenceEquals(mark, stands)
            ? answer
            : await Query.ReadAsync(asker, key, UnitPeriod.Read(Month, From, To, Query.Today), left.Token);
        if (key == Key)
            (view, answer, mark) = (now, read, stands);
    }

    private IEnumerable<(string Name, UnitPeriod Period)> Periods(UnitFigures unit) =>
    [
        (T["unit.period.year"], UnitPeriod.Year(unit.Today)),
        (T["unit.period.month"], UnitPeriod.Month(unit.Today, unit.Today)),
        (T["unit.period.before"], UnitPeriod.Month(unit.Today.AddMonths(-1), unit.Today)),
        .. unit.Published is { } published ? [(T["unit.period.published"].Value, published)] : Array.Empty<(string, UnitPeriod)>(),
    ];

    private List<RatioRow> Months(UnitFigures unit) =>
    [
        .. unit.Months.Select(line =>
        {
            var month = DateOnly.ParseExact(line.Key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var period = UnitPeriod.Month(month, unit.Today);
            var trend = new TipoffFilter { UnitKey = unit.Key, From = unit.Period.Trend.From, To = unit.Period.Trend.To };
            return new RatioRow(
                line.Key, Figures.Month(month), line.Ratio, UnitAddress.Of(unit.Key, period.Write(unit.Today)),
                unit.SeesRecords ? TipoffAddress.Of(trend, TipoffDimension.Month, line.Key) : null, period == unit.Period);
        }),
    ];

    private IEnumerable<(string Title, TipoffDimension Dimension, IReadOnlyList<RatioRow> Lines)> Apart(UnitFigures unit) =>
    [
        (T["unit.categories"], TipoffDimension.Category, Rows(unit, unit.Categories, TipoffDimension.Category, key => Say.Name(Enum.Parse<TipoffCategory>(key)))),
        (T["unit.platforms"], TipoffDimension.Platform, Rows(unit, unit.Platforms, TipoffDimension.Platform, key => Platforms.Name(Enum.Parse<Platform>(key)))),
        (T["unit.byPage"], TipoffDimension.Page, Rows(unit, unit.Pages, TipoffDimension.Page, key => unit.Health.FirstOrDefault(p => p.Key == key)?.Name ?? key)),
    ];

    private List<RatioRow> Rows(UnitFigures unit, IReadOnlyList<TipoffBreakdown> lines, TipoffDimension dimension, Func<string, string> name)
    {
        var within = new TipoffFilter { UnitKey = unit.Key, From = unit.Period.From, To = unit.Period.To };
        return [.. lines.Select(line => new RatioRow(
            line.Key, line.Key.Length == 0 ? T["ratio.noPage"] : name(line.Key), line.Ratio, Records: unit.SeesRecords ? TipoffAddress.Of(within, dimension, line.Key) : null))];
    }

    /// <summary>The ratio by month, as it is compared and downloaded.</summary>
    private static CompareRequest ToCompare(UnitFigures unit) =>
        new([unit.Key], [Period.Between(unit.Period.From, unit.Period.To).Key], Measure.ValuableRatio, Comparable.Step.Month);

    /// <summary>With a line for what the unit received itself, so that all lines add up to its total.</summary>
    private List<RatioRow> Below(UnitFigures unit)
    {
        var rows = Compared(unit, unit.Children);
        if (unit.Direct is { Received: > 0 } direct)
            rows.Add(new RatioRow("", T["unit.direct"], direct, Records: unit.SeesRecords ? new TipoffFilter { CreditedUnitKey = unit.Key, From = unit.Period.From, To = unit.Period.To } : null));
        return rows;
    }

    /// <summary>By name, or by the number that the reader asked for; an order is no rank.</summary>
    private List<RatioRow> Compared(UnitFigures unit, IReadOnlyList<UnitComparison> compared)
    {
        var ordered = sort switch
        {
            "received" => compared.OrderByDescending(c => c.Ratio.Received),
            "valuable" => compared.OrderByDescending(c => c.Ratio.Valuable),
            "ratio" => compared.OrderByDescending(c => c.Ratio.Ratio ?? -1),
            _ => compared.OrderBy(_ => 0),
        };
        return [.. ordered.Select(c => new RatioRow(
            c.Key,
            c.Days is { } days && days.To < unit.Period.To ? T["unit.until", c.Name, Figures.Day(days.To)] : c.Name,
            c.Ratio,
            c.IsInSight && !c.IsOwn ? UnitAddress.Of(c.Key, unit.Period.Write(unit.Today)) : null,
            c.IsInSight && unit.SeesRecords ? new TipoffFilter { UnitKey = c.Key, From = (c.Days ?? unit.Period).From, To = (c.Days ?? unit.Period).To } : null,
            c.IsOwn))];
    }

    private string SortedBy(string column) => Navigation.GetUriWithQueryParameter("sort", column == columns[0] ? null : column);

    private void Go(UnitPeriod period) => Navigation.NavigateTo(UnitAddress.Of(Key, period.Write(Query.Today)));
}
