using System.Globalization;
using Command.Boards.Leaderboards;
using Command.Boards.Periods;
using Command.Boards.Shell;
using Command.Data;
using Command.Ranking;
using Command.Ranking.Leaderboards;
using Command.Reviews;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Reviews;

/// <summary>A review's figures in words, the same on the page, on slides and in sheets.</summary>
public sealed class ReviewPhrases(IStringLocalizer<Texts> texts, Figures figures, PeriodPhrases periods, LeaderboardPhrases boards, EvidencePhrases evidence, Phrases phrases)
{
    public EvidencePhrases Evidence => evidence;

    public string Name(ReviewSpan span) => periods.Name(span.Period, span.Calendar);

    /// <summary>"tháng 2/2026", inside a sentence.</summary>
    public string Within(ReviewSpan span) => periods.Within(span.Period, span.Calendar);

    public string Days(ReviewSpan span) => periods.Days(span.Period);

    /// <summary>Some figures are no metric of the list of metrics, or stand here for more than the metric does.</summary>
    public string Name(string metric) => texts[$"review.metric.{metric}"] is { ResourceNotFound: false } said ? said.Value : texts[$"metric.{metric}"].Value;

    /// <summary>"1.283 nhóm Zalo".</summary>
    public string Counted(string metric, string number) => texts[$"review.counted.{metric}"] is { ResourceNotFound: false } ? texts[$"review.counted.{metric}", number].Value : $"{number} {Inside(Name(metric))}";

    public string Name(ReviewSection section) => texts[$"review.section.{section}"];

    public string Name(AttentionKind kind) => texts[$"review.attention.{kind}"];

    public string Name(ClaimKind kind) => texts[$"review.claim.{kind}"];

    public string Definition(ReviewMetric metric) => texts[$"review.definition.{metric.Name}"] is { ResourceNotFound: false } said ? said.Value : "";

    /// <summary>12:04 ngày 12/05/2022</summary>
    public string Time(DateTimeOffset at) => texts["figure.moment", figures.Minute(at), figures.Day(LocalTime.DayOf(at))];

    /// <summary>"khoảng 4.300.000"; "—" of what nobody knows.</summary>
    public string Value(ReviewMetric metric, ReviewValue? value) => value is null ? Figures.Unknown : Precise(value.Precision, Number(metric, value.Number));

    public string Number(ReviewMetric metric, double number) => metric.Form switch
    {
        ReviewForm.Share => Percent(100 * number),
        ReviewForm.Percent => texts["figure.percent", number.ToString("#,0.##", CultureInfo.CurrentCulture)],
        ReviewForm.Seconds => figures.Duration(number),
        ReviewForm.Rate => texts["precision.aDay", figures.Count(number)],
        _ => figures.Count(number),
    };

    /// <summary>n/N of a share, n of a median, the days of a growth; null of a count.</summary>
    public string? Basis(ReviewMetric metric, ReviewValue? value) => (metric.Form, value) switch
    {
        (ReviewForm.Share, { Count: { } n, Of: { } of }) => $"{figures.Count(n)}/{figures.Count(of)}",
        (ReviewForm.Seconds, { Of: { } of }) => texts["review.n", figures.Count(of)].Value,
        (ReviewForm.Level, { Count: { } n, Of: { } of }) => texts["review.share.of", figures.Share(n / of), figures.Count(of)].Value,
        (ReviewForm.Percent, { From: { } from, To: { } to }) => texts["review.in.days", figures.Count(to.DayNumber - from.DayNumber + 1)].Value,
        _ => null,
    };

    /// <summary>A share is never without its n/N.</summary>
    public string Full(ReviewMetric metric, ReviewValue? value) => Basis(metric, value) is { } basis ? $"{Value(metric, value)} ({basis})" : Value(metric, value);

    public string Source(ReviewValue? value) => value switch
    {
        null => Figures.Unknown,
        { Basis: ReviewBasis.Declared } => texts["review.source.declared"],
        _ => texts["review.source.collected"],
    };

    /// <summary>
    /// "Đã nhận 1.230 tin báo, tăng 12 % so với tháng 1/2026": can be said aloud and stand as a title, without a full stop.
    /// It compares only what may be compared, and says of a ratio still open how many are undecided.
    /// </summary>
    /// <param name="undecided">Tip-offs that are.</param>
    /// <param name="names">Whether a declared figure is called so; who reads several aloud has said it before.</param>
    public string Told(ReviewMetric metric, ReviewTotal? total, ReviewSpan? before, long undecided, bool names = true)
    {
        if (total?.Now is not { } now)
            return texts["review.told.unknown", Inside(Name(metric.Name))];
        var basis = metric.Form is ReviewForm.Level or ReviewForm.Percent ? Basis(metric, now) : null;
        // Not every sentence tells what its number stands on.
        var tellsBasis = basis is not null && !texts[$"review.told.{metric.Name}.based"].ResourceNotFound;
        var variant = now.Bounds is not null ? ".provisional" : tellsBasis ? ".based" : "";
        string said = Begin(texts[
            $"review.told.{metric.Name}{variant}", Value(metric, now), figures.Count(now.Count ?? 0), figures.Count(now.Of ?? 0), figures.Count(undecided), basis ?? ""]);
        if (names && now.Basis == ReviewBasis.Declared)
            said = texts["review.told.declared", said];
        return before is not null && Against(metric, total) is var (how, size) ? texts[$"review.told.{how}", said, size, Within(before)] : said;
    }

    private (string How, string Size)? Against(ReviewMetric metric, ReviewTotal total)
    {
        if (total is not { Now: { } now, Before: { } then, IsIncomparable: false, IsProvisional: false } || now.Basis != then.Basis)
            return null;
        if (now.Number == then.Number)
            return ("Same", "");
        if (total.Mark is ChangeMark.Within)
            return ("Within", "");
        // A level that platforms told is no sample: that it rose is a fact.
        var isFact = now.Basis == ReviewBasis.Collected && (metric.Form is ReviewForm.Level || metric == ReviewMetric.Coverage);
        if (total.Mark is ChangeMark.Unknown && !isFact)
            return ("Beside", Full(metric, then));
        var direction = now.Number > then.Number ? "Up" : "Down";
        return (metric.Form == ReviewForm.Seconds ? $"{direction}.time" : direction, Size(metric, total, isSigned: false));
    }

    /// <summary>"cao hơn 12 %", "trong mức dao động"; null where there is nothing to compare with.</summary>
    public string? Change(ReviewTotal total)
    {
        var metric = ReviewMetric.Find(total.Metric)!;
        if (total.IsIncomparable)
            return texts["review.change.incomparable"];
        if (total.Now is null || total.Before is null)
            return null;
        if (total.Now.Basis != total.Before.Basis)
            return texts["review.change.otherBasis"];
        if (total.IsProvisional)
            return texts["review.change.provisional"];
        if (total.Now.Number == total.Before.Number)
            return texts["review.change.same"];
        if (total.Mark is ChangeMark.Within)
            return texts["change.Within"];
        var size = Size(metric, total, isSigned: true);
        return total.Mark is ChangeMark.Unknown ? size : $"{texts[metric.Form == ReviewForm.Seconds ? $"change.{total.Mark}.time" : $"change.{total.Mark}"].Value} ({size})";
    }

    /// <summary>How far two known numbers lie apart.</summary>
    private string Size(ReviewMetric metric, ReviewTotal total, bool isSigned)
    {
        var difference = total.Now!.Number - total.Before!.Number;
        return metric.Form switch
        {
            ReviewForm.Share => texts["compare.points", Write(100 * difference, "0.0")].Value,
            _ when total.Percent is { } percent => texts["figure.percent", Write(percent, "#,0")].Value,
            ReviewForm.Seconds => figures.Duration(Math.Abs(difference)),
            _ => Write(difference, "#,0"),
        };

        string Write(double number, string format) => isSigned ? Signed(number, format) : Math.Abs(number).ToString(format, CultureInfo.CurrentCulture);
    }

    public string Percent(double percent) => texts["figure.percent", percent.ToString("0.00", CultureInfo.CurrentCulture)];

    public string Between(ReviewRange range) => texts["figure.percent", $"{(100 * range.Low).ToString("0.00", CultureInfo.CurrentCulture)}–{(100 * range.High).ToString("0.00", CultureInfo.CurrentCulture)}"];

    public string Precise(Precision precision, string number) => texts[$"precision.{precision}", number];

    public string Say(ReviewAttention attention) => texts[
        $"review.attention.{attention.Kind}.is",
        figures.Count(attention.Count),
        attention.Of is { } of ? figures.Count(of) : Figures.Unknown,
        attention is { Of: > 0 and var all } ? Percent(100 * attention.Count / all) : Figures.Unknown,
        string.Join(", ", attention.Names)];

    /// <summary>What mergers do to the comparison; null: nothing.</summary>
    public string? Say(ReviewRestatement? restatement) => restatement is null ? null
        : texts[$"review.restatement.{restatement.Kind}", evidence.Names(restatement.Predecessors, restatement.Predecessors.Count)].Value;

    public string Say(ReviewPassing passing) => texts[passing.IsKnown ? "review.passing" : "review.passing.unknown", passing.From, string.Join(", ", passing.To), figures.Day(passing.On)];

    public string Say(ReviewRefusal refusal) => refusal.Who is { } who
        ? texts[$"review.refused.{refusal.Fault}", phrases.Actor(who), refusal.When is { } when ? Time(when) : ""]
        : texts[$"review.refused.{refusal.Fault}", "", ""];

    public string Group(ReviewBoard board) => phrases.PeerGroup(board.Group);

    /// <summary>A leaderboard says some reasons with a unit's own numbers; here one reason stands for many units.</summary>
    public string Why(ReviewApart apart) => texts[$"review.apart.{apart.Reason}"] is { ResourceNotFound: false } said ? said.Value : texts[$"lb.apart.{apart.Reason}"].Value;

    public string Value(ReviewBoard board, ReviewRank rank) => LeaderboardMetric.Find(board.Metric) is not { } metric ? Figures.Unknown
        : rank.Value is { } value ? $"{boards.Value(metric, value)} ({boards.Basis(metric, rank.Count, rank.Of)})"
        : boards.Value(metric, rank.Score);

    public string Metric(ReviewBoard board) => LeaderboardMetric.Find(board.Metric) is { } metric ? boards.Name(metric) : board.Metric;

    /// <summary>A name as it stands inside a sentence.</summary>
    public static string Inside(string name) => name.Length > 1 && !char.IsUpper(name[1]) ? char.ToLower(name[0], CultureInfo.CurrentUICulture) + name[1..] : name;

    private static string Begin(string said) => said.Length > 0 ? char.ToUpper(said[0], CultureInfo.CurrentUICulture) + said[1..] : said;

    private static string Signed(double number, string format) => (number > 0 ? "+" : number < 0 ? "−" : "") + Math.Abs(number).ToString(format, CultureInfo.CurrentCulture);
}
