using System.Globalization;
using Command.Boards.Shell;
using Command.Data;
using Command.People;
using Command.Periods;
using Command.Ranking.Leaderboards;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Leaderboards;

/// <summary>Reads what the address asks, and does what its forms ask.</summary>
public sealed partial class LeaderboardsPage(
    LeaderboardQuery query, PeriodBook book, Sealing sealing, Corrections corrections, Appeals appeals, Targets goals, TimeProvider time, IStringLocalizer<Texts> texts)
{
    /// <summary>Periods of a series that the chooser offers: the one that runs, and so many before it.</summary>
    private const int Offered = 6;

    private LeaderboardAddress address = new();
    private PeriodCalendar calendar = new([], []);
    private Period? period;
    private IReadOnlyList<string> groups = [];
    private LeaderboardView? view;
    private LeaderboardWindow window = new([], [], 1, 1);
    private LeaderboardFault? fault;
    private IReadOnlyDictionary<string, double> targets = new Dictionary<string, double>();
    private IReadOnlyList<OpenItem> open = [];
    private IReadOnlyList<Correction> trail = [];
    private Sight? sight;
    private bool maySeal;
    private bool? isDone;
    private string said = "";

    private DateOnly Today => LocalTime.DayOf(time.GetUtcNow());

    protected override async Task OnInitializedAsync()
    {
        calendar = await book.CalendarAsync(Gone);
        var asked = LeaderboardAddress.Read(Request.Request.Query);
        address = asked with
        {
            Metric = asked.Metric ?? LeaderboardMetric.ValuableRatio.Name,
            Period = asked.Period ?? calendar.Containing(calendar.Series[0], PeriodLength.Month, Today).Key,
        };
        period = calendar.Find(address.Period);
        groups = await query.GroupsAsync(Asker, period?.To ?? Today, Gone);
        address = address with { Group = asked.Group ?? (groups.Count > 0 ? groups[0] : null) };
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (address is not { Group: { } group, Period: { } key, Metric: { } metric })
            return;
        (view, fault) = await query.ReadAsync(Asker, group, key, metric, address.Weights, Gone);
        if (view is null)
            return;
        window = LeaderboardWindow.Of(view.Board.Rows, [.. view.Board.Apart.OrderBy(a => a.Reason).ThenBy(a => view.Name(a.Unit), StringComparer.CurrentCulture)], address.Page);
        var tree = view.Tree;
        sight = Sight.Of(Asker, tree, Today);
        trail = await corrections.ReadAsync(Asker, view, Gone);
        targets = await goals.ReadAsync(view.Ask, Gone);
        maySeal = !view.Ask.Weights.IsTried && view.Status == LeaderboardStatus.Provisional && Sealing.MaySeal(Asker, tree, tree.MembersOn(group, view.Ask.Period.To), Today);
        open = maySeal ? await sealing.OpenAsync(view.Ask, Gone) : [];
    }

    private bool IsBelow(string unit) => view?.Tree.Find(unit) is { } known && sight?.SeesCounts(known.Id) == true;

    private async Task SealAsync()
    {
        if (view is null)
            return;
        var refusal = await sealing.SealAsync(Asker, view.Ask, Gone);
        await SaidAsync(refusal is null, refusal is null ? texts["lb.seal.done"] : texts[$"lb.seal.refused.{refusal}"]);
    }

    private async Task AppealAsync()
    {
        var isNoted = view?.Seal is { } seal && await appeals.NoteAsync(Asker, seal.Id, Field("Text"), Gone);
        await SaidAsync(isNoted, texts[isNoted ? "lb.appeal.done" : "lb.appeal.refused"]);
    }

    private async Task AnswerAsync()
    {
        var isAnswered = Number("Id") is { } id && await appeals.AnswerAsync(Asker, id, Field("Text"), Gone);
        await SaidAsync(isAnswered, texts[isAnswered ? "lb.appeal.answered" : "lb.appeal.refused"]);
    }

    private async Task SetTargetAsync()
    {
        var text = Field("Value");
        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        var value = view?.Ask.Metric.Form == LeaderboardForm.Share ? number / 100 : number;
        var isSet = view is not null && (isNumber || text.Length == 0) && await goals.SetAsync(Asker, Field("Unit"), view.Ask, isNumber ? value : null, Gone);
        await SaidAsync(isSet, texts[isSet ? "lb.target.done" : "lb.target.refused"]);
    }

    private async Task SaidAsync(bool isGood, string sentence)
    {
        (isDone, said) = (isGood, sentence);
        await ReadAsync();
    }

    /// <summary>The one that begins when this one is over.</summary>
    private Period Next(Period of) => of.Prefix is { } prefix && calendar.Series.FirstOrDefault(s => s.Prefix == prefix) is { } series
        ? calendar.Containing(series, of.Length, of.To.AddDays(1))
        : Period.Between(of.To.AddDays(1), of.To.AddDays(of.Days));

    /// <summary>Named ones first, then of each series and length the last few; what the address names is always among them.</summary>
    private IEnumerable<Period> Choices()
    {
        var offered = calendar.Named.Select(n => new Period(n.Key, n.From, n.To))
            .Concat(calendar.Series.SelectMany(series => PeriodCalendar.Lengths(series).SelectMany(length => calendar.Last(calendar.Containing(series, length, Today), Offered).Reverse())));
        return (period is null ? offered : offered.Prepend(period)).DistinctBy(p => p.Key);
    }
}
