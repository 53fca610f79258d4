using System.Globalization;
using Command.Boards.Shell;
using Command.Comparable;
using Command.Data;
using Command.Periods;
using Command.Ranking;
using Command.Reviews.Workbooks;
using Command.Rollups;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Compare;

/// <summary>What a comparison says in words, the same on the screen and in files.</summary>
public sealed class ComparePhrases(IStringLocalizer<Texts> texts, Figures figures, Phrases say, DeclaredPhrases declared)
{
    private const int RangesNamed = 4;

    public string Number => texts["compare.number"];

    public string From => texts["compare.from"];

    public string To => texts["compare.to"];

    public string Notes => texts["compare.notes"];

    public string Whole => texts["compare.whole"];

    public string Name(Measure measure) => texts[$"measure.{measure.Name}"];

    public string Name(Step step) => texts[$"step.{step}"];

    public string Name(AnnotationKind kind) => texts[$"annotation.{kind}"];

    /// <summary>"Tháng 03/2026"; of a series of its own with its days.</summary>
    public string Name(Period period)
    {
        var key = period.Prefix is { Length: > 0 } prefix ? period.Key[(prefix.Length + 1)..] : period.Key;
        var name = period switch
        {
            { Length: PeriodLength.Custom, Key: var own } when own.Contains("..", StringComparison.Ordinal) => Days(period.From, period.To),
            { Length: PeriodLength.Custom } => period.Key,
            { Length: PeriodLength.Year } => texts["compare.period.Year", key].Value,
            _ => texts[$"compare.period.{period.Length}", key.Split('-')[1].TrimStart('Q', 'H', 'W'), key.Split('-')[0]].Value,
        };
        return period.Prefix is { Length: > 0 } ? $"{name} ({Days(period.From, period.To)})" : name;
    }

    public string Days(DateOnly from, DateOnly to) => from == to ? figures.Day(from) : $"{figures.Day(from)}–{figures.Day(to)}";

    /// <summary>The unit, with its period where several are compared.</summary>
    public string Name(Comparison comparison, ComparedLine line) => comparison.IsOneCalendar ? line.UnitName : $"{line.UnitName} · {Name(line.Period)}";

    public string Beside(BesideLine beside, string line) => texts["compare.beside.column", beside.Name, line];

    public string Group(Comparison comparison, GroupLine group, ComparedLine line)
    {
        var name = Group(group.Name);
        return comparison.IsOneCalendar ? name : $"{name} · {Name(line.Period)}";
    }

    public string Group(string name) => texts["compare.group.column", say.PeerGroup(name)];

    /// <summary>A ratio is never without its n and N, a median never without its n.</summary>
    public IReadOnlyList<string> Titles(Measure measure, string name) =>
        measure.Form switch
        {
            MeasureForm.Share => [texts["compare.ratio.column", name], texts["compare.n.column", name], texts["compare.of.column", name]],
            MeasureForm.Median => [texts["compare.median.column", name], texts["compare.n.column", name]],
            _ => [name],
        };

    public string Cell(SheetCell cell) => cell.Form switch
    {
        CellForm.Empty => Figures.Unknown,
        CellForm.Text => cell.Words ?? "",
        CellForm.Day or CellForm.Moment => figures.Day(DateOnly.FromDateTime(cell.Date)),
        CellForm.Count => figures.Count(cell.Number),
        CellForm.Average => cell.Number.ToString("N1", CultureInfo.CurrentCulture),
        _ => Percent(cell.Number),
    };

    public string Percent(double ratio) => texts["figure.percent", Two(ratio)];

    public string Between((double Low, double High) range) => texts["figure.percent", $"{Two(range.Low)}–{Two(range.High)}"];

    /// <summary>One number as a line shows it.</summary>
    public string Value(Measure measure, Figure? figure, bool isAverage = false) =>
        measure.Form == MeasureForm.Median ? figure?.Times?.MedianSeconds is { } seconds ? figures.Duration(seconds) : Figures.Unknown
        : Cell(measure.Form == MeasureForm.Share ? SheetCell.Ratio(figure?.Ratio) : isAverage ? SheetCell.Average(figure?.Value) : SheetCell.Count(figure?.Value));

    /// <summary>The same where nothing stands beside it: a ratio with its n/N.</summary>
    public string WithBasis(Measure measure, Figure? figure, bool isAverage = false) =>
        figure is { } known && known.Number(measure) is not null && Basis(measure, known) is { } basis ? $"{Value(measure, figure)} ({basis})" : Value(measure, figure, isAverage);

    /// <summary>What a ratio or a median was taken of: "12/40", "n = 40". Null: of nothing.</summary>
    public string? Basis(Measure measure, Figure figure) => measure.Form switch
    {
        MeasureForm.Share => texts["compare.basis", figures.Count(figure.Value), figures.Count(figure.Of)].Value,
        MeasureForm.Median => texts["compare.n", figures.Count(figure.Value)].Value,
        _ => null,
    };

    /// <summary>What stays beside: a level with the day until which it stood there.</summary>
    public string Total(Measure measure, BesideLine beside) => beside.Until is { } day
        ? texts["compare.beside.until", Value(measure, beside.Total), figures.Day(day)]
        : WithBasis(measure, beside.Total);

    /// <summary>"Công bố: khoảng 30.000"; of a ratio with n and N. Null: no document speaks of it.</summary>
    public string? Declared(Measure measure, ComparedLine line) => line switch
    {
        { Declared: { } n, DeclaredOf: { } of } => texts["compare.declared.ratio", Percent(n.Value / of.Value), declared.Value(Metric.TipoffsValuable, n), declared.Value(Metric.TipoffsReceived, of)].Value,
        { Declared: { } total } => texts["compare.declared", declared.Value(Metric.Find(measure.Name)!, total)].Value,
        _ => null,
    };

    /// <summary>"12/15 đơn vị có số": of how many units the group's figure is.</summary>
    public string Known(GroupLine group, int known) => texts["compare.known", figures.Count(known), figures.Count(group.Units)];

    /// <summary>"cao hơn hẳn trung bình cụm 12 %"; of ratios in points. Null: nothing to set it against.</summary>
    public string? AgainstGroup(Measure measure, ComparedLine line) => line.AgainstGroup is { } contrast ? Say(measure, contrast, texts["compare.against.average"]) : null;

    /// <summary>"trong mức dao động so với Tháng 02/2026".</summary>
    public string Say(Measure measure, Contrast contrast, string other)
    {
        var kind = contrast switch
        {
            { Mark: { } mark } => mark.ToString(),
            { Sign: 0 } => "Same",
            { Sign: > 0 } => "More",
            _ => "Less",
        };
        var isTime = measure.Form == MeasureForm.Median && kind is not ("Same" or nameof(ChangeMark.Unknown) or nameof(ChangeMark.Within));
        var size = contrast.Apart is not { } apart ? ""
            : texts["compare.against.size", measure.Form == MeasureForm.Share ? texts["compare.points", Math.Abs(apart).ToString("0.0", CultureInfo.CurrentCulture)] : figures.Percent(apart)].Value;
        return string.Concat(
            texts[$"compare.against.{kind}{(isTime ? ".time" : "")}", other, size].Value,
            contrast.IsDaily ? texts["compare.against.daily"].Value : "",
            contrast.Mark is null && measure.Form != MeasureForm.Level ? texts["compare.against.unmarked"].Value : "");
    }

    public string Say(Remark remark)
    {
        IReadOnlyList<string> names = remark.Days.Count == 0 ? remark.Names
            : [.. remark.Days.Take(RangesNamed).Select(d => Days(d.From, d.To)), .. remark.Days.Count > RangesNamed ? ["…"] : Array.Empty<string>()];
        return texts[$"compare.remark.{remark.Kind}", string.Join(", ", names.Take(1)), string.Join(", ", names), string.Join(", ", names.Skip(1)), remark.Day is { } day ? figures.Day(day) : ""];
    }

    public string Say(Annotation annotation) => $"{Name(annotation.Kind)}: {annotation.Text}";

    /// <summary>Tết, and the notes that people made on these days.</summary>
    public IEnumerable<string> DayNotes(Comparison comparison, Bucket days) =>
    [
        .. Tet.DaysIn(Period.Between(days.From, days.To)) > 0 ? [texts["compare.tet"].Value] : Array.Empty<string>(),
        .. comparison.Annotations.Where(a => days.Overlaps(a.From, a.To)).Select(Say),
    ];

    /// <summary>What must be known of one row: Tết, notes on its days, lines that are restated or not whole there.</summary>
    public string RowNotes(Comparison comparison, int i)
    {
        var points = comparison.Lines.Where(l => i < l.Points.Count).Select(l => (Line: l, Point: l.Points[i])).ToList();
        var restated = points.Where(p => p.Point.Figure?.IsRestated == true).Select(p => Name(comparison, p.Line)).ToList();
        var parts = points.Where(p => p.Point.IsPart).Select(p => Name(comparison, p.Line)).ToList();
        var thin = Groups(comparison).Where(g => i < g.Group.KnownAt.Count && g.Group.KnownAt[i] is > 0 and var known && known < g.Group.Units);
        IEnumerable<string> notes =
        [
            .. points.SelectMany(p => DayNotes(comparison, p.Point.Days)).Distinct(),
            .. restated.Count > 0 ? [texts["compare.restated", string.Join(", ", restated)].Value] : Array.Empty<string>(),
            .. parts.Count > 0 ? [texts["compare.part", string.Join(", ", parts)].Value] : Array.Empty<string>(),
            .. thin.Select(g => $"{Group(comparison, g.Group, g.Line)}: {Known(g.Group, g.Group.KnownAt[i])}"),
        ];
        return string.Join("; ", notes);
    }

    /// <summary>Of the whole period: of how many units each average is, and what was restated.</summary>
    public string WholeNotes(Comparison comparison)
    {
        var restated = comparison.Lines.Where(l => l.Total?.IsRestated == true).Select(l => Name(comparison, l)).ToList();
        IEnumerable<string> notes =
        [
            .. Groups(comparison).Select(g => $"{Group(comparison, g.Group, g.Line)}: {Known(g.Group, g.Group.Known)}"),
            .. restated.Count > 0 ? [texts["compare.restated", string.Join(", ", restated)].Value] : Array.Empty<string>(),
        ];
        return string.Join("; ", notes);
    }

    /// <summary>All that the screen says of one line beside its numbers.</summary>
    public string LineNotes(Comparison comparison, ComparedLine line)
    {
        var measure = comparison.Measure;
        IEnumerable<string?> notes =
        [
            AgainstGroup(measure, line) ?? texts["compare.group.none"].Value,
            .. line.AgainstPeriods.Select(a => Say(measure, a.Contrast, Name(a.Period))),
            line.Total is { IsRestated: true } ? texts["compare.badge.restated"].Value : null,
            line.Total is { IsProvisional: true, Bounds: { } bounds } ? texts["ratio.provisional", Between(bounds)].Value : null,
            measure.Form == MeasureForm.Share && line.Total?.Interval is { } interval ? texts["ratio.interval", Between(interval)].Value : null,
            Declared(measure, line),
            .. line.Remarks.Select(r => Say(r).TrimEnd('.')),
            .. line.Beside.Select(b => $"{texts["compare.badge.beside"].Value}: {b.Name} {Total(measure, b)}"),
        ];
        return string.Join("; ", notes.OfType<string>());
    }

    /// <summary>Each group once a period.</summary>
    public static IEnumerable<(GroupLine Group, ComparedLine Line)> Groups(Comparison comparison) =>
        comparison.Lines.Where(l => l.Group is not null).Select(l => (Group: l.Group!, Line: l)).DistinctBy(g => (g.Group.Name, g.Line.Period.Key));

    private static string Two(double ratio) => (100 * ratio).ToString("0.00", CultureInfo.CurrentCulture);
}
