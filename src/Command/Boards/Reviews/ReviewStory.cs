using Command.Boards.Shell;
using Command.Reviews;
using Command.Reviews.Slides;
using Microsoft.Extensions.Localization;
using BigNumber = Command.Reviews.Slides.Figure;
using Grid = Command.Reviews.Slides.Table;

namespace Command.Boards.Reviews;

/// <summary>One review in the telling: its figures and words with what every slide needs.</summary>
/// <param name="Texts">Of the language that is spoken.</param>
public sealed record ReviewStory(ReviewFigures Figures, ReviewWords Words, string Title, ReviewPhrases Say, Figures Write, IStringLocalizer<Texts> Texts)
{
    public string Period => Say.Name(Figures.Period);

    /// <summary>Definition, n, data time: what stands small under every slide.</summary>
    /// <param name="parts">Empty ones are left out.</param>
    public string Footnote(params string?[] parts) => string.Join(" · ", [.. parts.Where(p => !string.IsNullOrEmpty(p)), Texts["review.dataAt", Say.Time(Figures.DataAt)].Value]);

    /// <summary>"Đơn vị: n = 18": how much of what a slide stands on.</summary>
    public string N(string what, double count) => Texts["review.n.of", what, Write.Count(count)];

    public string Units(int count) => N(Texts["review.column.unit"], count);

    public string Metrics(int count) => N(Texts["review.column.metric"], count);

    public string Definition(ReviewMetric metric) => Say.Definition(metric) is { Length: > 0 } said ? $"{Say.Name(metric.Name)}: {said}" : "";

    /// <summary>A big number with what it stands on and how it changed.</summary>
    public BigNumber Big(ReviewMetric metric)
    {
        var total = Figures.Total(metric);
        string?[] below =
        [
            Say.Basis(metric, total?.Now),
            total is null ? null : Say.Change(total),
            total?.Now is { Basis: ReviewBasis.Declared } ? Texts["review.source.declared"].Value : null,
        ];
        return new BigNumber(Say.Name(metric.Name), Say.Value(metric, total?.Now), string.Join(" · ", below.Where(b => b is not null)) is { Length: > 0 } said ? said : null);
    }

    /// <summary>"Tin nhắn: 1.230, cao hơn 12 %."</summary>
    public string Sentence(ReviewMetric metric)
    {
        var total = Figures.Total(metric);
        var value = Say.Full(metric, total?.Now);
        return total is not null && Say.Change(total) is { } change
            ? Texts["review.sentence.changed", Say.Name(metric.Name), value, change]
            : Texts["review.sentence", Say.Name(metric.Name), value];
    }

    public bool Knows(ReviewMetric metric) => Figures.Total(metric)?.Now is not null;

    public static Grid Rows(string alt, IReadOnlyList<TableColumn> columns, IEnumerable<TableRow> rows) => new(alt, columns, [.. rows]);

    public static TableRow Row(params string[] cells) => new([.. cells.Select(c => new TableCell(c))]);

    public static Prose Bullets(IEnumerable<string> lines) => new([.. lines.Select(l => new Line(l, IsBullet: true))]);
}
