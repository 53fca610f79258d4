using Command.Boards.Shell;
using Command.Boards.Tipoffs;
using Command.Data;
using Command.Reviews;
using Command.Reviews.Workbooks;
using Command.Tipoffs;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Reviews;

/// <summary>A review as tables of real numbers and days, one for each matter.</summary>
public sealed class ReviewSheets(IStringLocalizer<Texts> texts, ReviewPhrases say, TipoffPhrases tipoffs, Phrases phrases)
{
    public IEnumerable<Sheet> Of(ReviewFigures figures, ReviewWords words) =>
    [
        Totals(figures), Months(figures), Declared(figures), Categories(figures), Outcomes(figures), Units(figures), Boards(figures), Platforms(figures),
        Attention(figures), Evidence(figures), Words(figures, words), About(figures),
    ];

    public Sheet Annex(IReadOnlyList<TipoffLine> lines) => new(
        texts["review.sheet.annex"],
        [texts["review.annex.number"], texts["review.annex.unit"], texts["review.annex.received"], texts["review.annex.category"], texts["review.annex.state"], texts["review.annex.verdict"], texts["review.annex.urgency"], texts["review.annex.source"]],
        [.. lines.Select(l => Row(Text(l.Number), Text(l.UnitName), SheetCell.Moment(LocalTime.ToLocal(l.ReceivedAt).DateTime), Text(tipoffs.Name(l.Category)), Text(tipoffs.Name(l.State)), Text(l.Verdict is { } verdict ? tipoffs.Name(verdict) : ""), Text(tipoffs.Name(l.Urgency)), Text(tipoffs.Name(l.Source))))]);

    private Sheet Totals(ReviewFigures figures) => new(
        texts["review.section.Totals"],
        [texts["review.column.metric"], texts["review.column.now"], "n", "N", texts["review.column.source"], texts["review.column.before"], $"n ({texts["review.column.before"]})", $"N ({texts["review.column.before"]})", texts["review.column.change"], texts["review.column.target"], texts["review.column.documents"]],
        [
            .. figures.Totals.Select(t => (Total: t, Metric: ReviewMetric.Find(t.Metric)!)).Select(t => Row(
                Text(say.Name(t.Total.Metric)), Number(t.Metric, t.Total.Now?.Number), SheetCell.Count(t.Total.Now?.Count), SheetCell.Count(t.Total.Now?.Of), Text(say.Source(t.Total.Now)),
                Number(t.Metric, t.Total.Before?.Number), SheetCell.Count(t.Total.Before?.Count), SheetCell.Count(t.Total.Before?.Of), Text(say.Change(t.Total) ?? ""), Number(t.Metric, t.Total.Target),
                Text(string.Join("; ", t.Total.Now?.Documents ?? [])))),
        ]);

    private Sheet Months(ReviewFigures figures) => new(
        texts["review.section.Months"],
        [texts["compare.from"], texts["compare.to"], .. Names("messages", "tipoffs_received", "tipoffs_valuable"), texts["review.replies.count"], say.Name("answered_in_time"), texts["review.chart.medianByMonth"], .. Names("posts", "interactions")],
        [.. figures.Course.Months.Select(m => Row(SheetCell.Day(m.From), SheetCell.Day(m.To), SheetCell.Count(m.Messages), SheetCell.Count(m.Received), SheetCell.Count(m.Valuable), SheetCell.Count(m.FellDue), SheetCell.Count(m.InTime), SheetCell.Average(m.MedianSeconds / 60), SheetCell.Count(m.Posts), SheetCell.Count(m.Interactions)))]);

    private Sheet Declared(ReviewFigures figures) => new(
        texts["review.declared.title"],
        [texts["review.column.metric"], texts["compare.from"], texts["compare.to"], texts["review.column.now"], texts["review.column.documents"]],
        [.. figures.Course.Declared.Select(d => Row(Text(say.Name(d.Metric)), SheetCell.Day(d.From), SheetCell.Day(d.To), SheetCell.Count(d.Value), Text(d.Document ?? "")))]);

    private Sheet Categories(ReviewFigures figures) => new(
        texts["review.chart.byCategory"],
        [texts["review.annex.category"], .. Names("tipoffs_received", "tipoffs_valuable"), texts["review.pending"]],
        [.. figures.Categories.Select(c => Row(Text(tipoffs.Name(c.Category)), SheetCell.Count(c.Ratio.Received), SheetCell.Count(c.Ratio.Valuable), SheetCell.Count(c.Ratio.Pending)))]);

    private Sheet Outcomes(ReviewFigures figures) => new(
        texts["review.chart.byOutcome"], [texts["tipoff.outcomes"], texts["review.outcomes.count"]], [.. figures.Outcomes.Select(o => Row(Text(tipoffs.Name(o.Outcome)), SheetCell.Count(o.Count)))]);

    private Sheet Units(ReviewFigures figures) => new(
        texts["review.units"],
        [texts["review.column.unit"], texts["lb.group"], .. Names("tipoffs_received", "tipoffs_valuable"), texts["review.pending"], say.Name("valuable_ratio"), "95 % –", "95 % +", texts["review.zone"], texts["review.replies.count"], say.Name("answered_in_time"), texts["review.chart.medianByUnit"], .. Names("followers"), texts["review.residents.count"], .. Names("messages", "posts")],
        [
            .. figures.Units.Select(u => Row(
                Text(u.IsOwn ? texts["review.unit.own", u.Name] : u.Name), Text(u.PeerGroup is { } group ? phrases.PeerGroup(group) : ""), SheetCell.Count(u.Tipoffs.Received), SheetCell.Count(u.Tipoffs.Valuable), SheetCell.Count(u.Tipoffs.Pending),
                SheetCell.Ratio(u.Tipoffs.Ratio), SheetCell.Ratio(u.Tipoffs.Interval?.Low), SheetCell.Ratio(u.Tipoffs.Interval?.High), Text(u.Zone is { } zone ? texts[$"lb.zone.{zone}"] : ""), SheetCell.Count(u.FellDue), SheetCell.Count(u.InTime), SheetCell.Average(u.MedianSeconds / 60), SheetCell.Count(u.Followers), SheetCell.Count(u.Residents), SheetCell.Count(u.Messages), SheetCell.Count(u.Posts))),
        ]);

    private Sheet Boards(ReviewFigures figures) => new(
        texts["review.section.Boards"],
        [texts["lb.group"], texts["review.column.metric"], texts["review.column.band"], texts["review.column.unit"], texts["review.rank"], texts["review.rank.low"], texts["review.rank.high"], "n", "N", texts["review.value"], texts["compare.notes"]],
        [
            .. figures.Boards.SelectMany(b => b.Ranks.Select(r => Row(Text(say.Group(b)), Text(say.Metric(b)), SheetCell.Count(r.Band), Text(r.Name), SheetCell.Average(r.Median), SheetCell.Count(r.Low), SheetCell.Count(r.High), SheetCell.Average(r.Count), SheetCell.Average(r.Of), Text(say.Value(b, r)), Text("")))
                .Concat(b.Apart.Select(a => Row(Text(say.Group(b)), Text(say.Metric(b)), SheetCell.Empty, Text(a.Name), SheetCell.Empty, SheetCell.Empty, SheetCell.Empty, SheetCell.Empty, SheetCell.Empty, SheetCell.Empty, Text(say.Why(a)))))),
        ]);

    private Sheet Platforms(ReviewFigures figures) => new(
        texts["review.section.Platforms"],
        [texts["review.column.platform"], .. Names([.. ReviewPlatform.Metrics]), texts["review.column.documents"]],
        [
            .. figures.Platforms.Select(p => Row(Text(phrases.Name(p.Platform)), SheetCell.Count(p.Pages), SheetCell.Count(p.Messages), SheetCell.Count(p.Tipoffs.Received), SheetCell.Count(p.Followers), SheetCell.Count(p.Posts), SheetCell.Count(p.Interactions), SheetCell.Empty, SheetCell.Empty, SheetCell.Empty)),
            .. figures.Platforms.Where(p => p.Declared.Count > 0).Select(p => Quoted(phrases.Name(p.Platform), p.Declared)),
            .. figures.Partners.Select(p => Quoted(p.Name, p.Declared)),
        ]);

    private SheetCell[] Quoted(string name, IReadOnlyList<ReviewQuote> quotes) => Row(
    [
        Text(texts["review.platforms.declared", name]),
        .. ReviewPlatform.Metrics.Select(metric => SheetCell.Count(quotes.FirstOrDefault(q => q.Metric == metric)?.Value)),
        Text(string.Join("; ", quotes.SelectMany(q => q.Documents).Distinct())),
    ]);

    private Sheet Attention(ReviewFigures figures) => new(
        texts["review.section.Attention"],
        [texts["review.column.unit"], texts["review.column.matter"], "n", "N", texts["review.column.figure"]],
        [.. figures.Attention.Select(a => Row(Text(a.UnitName), Text(say.Name(a.Kind)), SheetCell.Count(a.Count), SheetCell.Count(a.Of), Text(say.Say(a))))]);

    private Sheet Evidence(ReviewFigures figures) => new(
        texts["review.section.Evidence"],
        [texts["review.column.metric"], texts["review.column.source"], texts["review.value"], texts["compare.from"], texts["compare.to"], texts["review.column.documents"], texts["review.column.why"]],
        [
            .. figures.Evidence.Contradictions.SelectMany(c => c.Claims.Select((claim, i) => Row(Text(say.Name(c.Metric)), Text(say.Evidence.Who(claim)), SheetCell.Count(claim.Value), SheetCell.Day(claim.From), SheetCell.Day(claim.To), Text(string.Join("; ", claim.Documents)), Text(i == 0 ? string.Join(" ", c.Differences.SelectMany(d => d.Explanations).Select(say.Evidence.Say).Distinct()) : "")))),
            .. figures.Evidence.Gaps.Select(g => Row(Text(texts["review.gap"]), SheetCell.Empty, SheetCell.Count(g.Count), SheetCell.Empty, SheetCell.Empty, SheetCell.Empty, Text(say.Evidence.Say(g)))),
        ]);

    private Sheet Words(ReviewFigures figures, ReviewWords words) => new(
        texts["review.sheet.words"],
        [texts["review.column.part"], texts["review.column.matter"], texts["review.column.text"]],
        [
            .. words.Remarks.OrderBy(r => r.Key).Select(r => Row(Text(texts["review.remark"]), Text(say.Name(r.Key)), Text(r.Value))),
            .. words.Commendations.Select(c => Row(Text(texts["review.section.Commendations"]), Text(c.For), Text(c.Why))),
            .. words.Targets.Select(t => Row(Text(texts["review.targets.title", say.Within(figures.Next)]), Text(say.Name(t.Metric)), Text(say.Number(ReviewMetric.Find(t.Metric)!, t.Value)))),
        ]);

    private Sheet About(ReviewFigures figures) => new(
        texts["review.section.Sources"],
        [texts["review.column.matter"], texts["review.column.text"]],
        [
            Row(Text(texts["review.column.unit"]), Text(figures.UnitName)),
            Row(Text(texts["review.column.now"]), Text($"{say.Name(figures.Period)} ({say.Days(figures.Period)})")),
            Row(Text(texts["review.column.before"]), figures.Before is { } before ? Text($"{say.Name(before)} ({say.Days(before)})") : SheetCell.Empty),
            Row(Text(texts["review.sheet.time"]), SheetCell.Moment(LocalTime.ToLocal(figures.DataAt).DateTime)),
            .. ReviewMetric.All.Where(m => figures.Total(m) is not null && say.Definition(m).Length > 0).Select(m => Row(Text(say.Name(m.Name)), Text(say.Definition(m)))),
            .. say.Say(figures.Restatement) is { } restated ? [Row(Text(texts["review.column.before"]), Text(restated))] : Array.Empty<SheetCell[]>(),
            .. figures.Passings.Select(p => Row(Text(texts["review.sheet.restated"]), Text(say.Say(p)))),
        ]);

    private IEnumerable<string> Names(params string[] metrics) => metrics.Select(say.Name);

    private static SheetCell Number(ReviewMetric metric, double? number) => metric.Form switch
    {
        ReviewForm.Share => SheetCell.Ratio(number),
        ReviewForm.Seconds or ReviewForm.Rate or ReviewForm.Percent => SheetCell.Average(number),
        _ => SheetCell.Count(number),
    };

    private static SheetCell Text(string words) => words.Length == 0 ? SheetCell.Empty : SheetCell.Text(words);

    private static SheetCell[] Row(params SheetCell[] cells) => cells;
}
