using System.Globalization;
using Command.Boards.Leaderboards;
using Command.Boards.Shell;
using Command.Boards.Tipoffs;
using Command.Reviews;
using Command.Reviews.Slides;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Reviews;

/// <param name="Section">What the slide belongs to; its remark stands on the first slide of it.</param>
public sealed record ReviewSlide(ReviewSection Section, Slide Slide);

/// <summary>
/// From a review's figures to what its slides say: the page shows the same slides that the file holds. Words come in the
/// language asked for; numbers on slides are always written the Vietnamese way, since both decks are shown in Vietnam.
/// </summary>
public sealed class ReviewDeck(
    IStringLocalizer<Texts> texts, ReviewPhrases say, Figures write, TipoffPhrases tipoffs, LeaderboardPhrases ranks, Phrases phrases)
{
    /// <summary>In the reader's own language.</summary>
    public IReadOnlyList<ReviewSlide> Slides(ReviewFigures figures, ReviewWords words, string title) => Slides(new ReviewStory(figures, words, title, say, write, texts));

    private List<ReviewSlide> Slides(ReviewStory story)
    {
        List<ReviewSlide> slides = [new(ReviewSection.Summary, SummarySlides.Cover(story))];
        foreach (var section in Enum.GetValues<ReviewSection>())
        {
            var own = Of(section, story).ToList();
            if (story.Words.Remark(section) is { Length: > 0 } remark)
            {
                var said = new Prose([.. remark.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => new Line(l, IsBullet: true, Tone.Strong))]);
                if (own.Count == 0)
                    own.Add(new Slide(say.Name(section), [said]) { Footnote = story.Footnote(story.N(texts["review.remark"], said.Lines.Count)), Notes = remark });
                else
                    own[0] = own[0] with { Blocks = [.. own[0].Blocks, said], Notes = $"{own[0].Notes}\n{remark}" };
            }

            slides.AddRange(own.Select(s => new ReviewSlide(section, s with { Kicker = say.Name(section) == s.Title ? null : say.Name(section) })));
        }

        return slides;
    }

    public Deck Deck(ReviewFigures figures, ReviewWords words, string title, DeckLanguage language) => Speaking(language, () => new Deck(
        title,
        language,
        figures.DataAt,
        $"{figures.UnitName} · {say.Name(figures.Period)}",
        [.. Slides(figures, words, title).Select(s => s.Slide)]));

    /// <summary>What a template of the user's own is filled with: texts by placeholder, charts by name.</summary>
    public (IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, Chart> Charts) Fillings(ReviewFigures figures, ReviewWords words, string title, DeckLanguage language) => Speaking(language, () =>
    {
        var story = new ReviewStory(figures, words, title, say, write, texts);
        var named = new Dictionary<string, string>
        {
            ["title"] = title,
            ["unit"] = figures.UnitName,
            ["period"] = say.Name(figures.Period),
            ["period.days"] = say.Days(figures.Period),
            ["comparison"] = figures.Before is { } before ? say.Name(before) : Figures.Unknown,
            ["data.time"] = say.Time(figures.DataAt),
            ["next.period"] = say.Name(figures.Next),
            ["attention"] = string.Join("\n", UnitSlides.ByUnit(figures).Select(u => $"{u.Name}: {UnitSlides.Matters(story, u.Matters)}")),
            ["commendations"] = string.Join("\n", words.Commendations.Select(c => c.Why.Length > 0 ? $"{c.For}: {c.Why}" : c.For)),
            ["gaps"] = string.Join("\n", figures.Evidence.Gaps.Select(say.Evidence.Say)),
        };
        foreach (var metric in ReviewMetric.All)
        {
            var (total, name) = (figures.Total(metric), Placeholder(metric));
            named[name] = say.Value(metric, total?.Now);
            named[$"{name}.before"] = say.Value(metric, total?.Before);
            named[$"{name}.change"] = total is not null && say.Change(total) is { } change ? change : Figures.Unknown;
            named[$"{name}.target"] = total?.Target is { } target ? say.Number(metric, target) : Figures.Unknown;
            named[$"{name}.n"] = say.Basis(metric, total?.Now) ?? Figures.Unknown;
        }

        foreach (var section in Enum.GetValues<ReviewSection>())
            named[$"remark.{section.ToString().ToLowerInvariant()}"] = words.Remark(section);
        return ((IReadOnlyDictionary<string, string>)named, (IReadOnlyDictionary<string, Chart>)Slides(story with { IsForTemplate = true }).SelectMany(s => Charts(s.Slide.Blocks)).ToDictionary(c => c.Name));
    });

    /// <summary>All charts, also those that stand in columns.</summary>
    public static IEnumerable<Chart> Charts(IEnumerable<Block> blocks) =>
        blocks.SelectMany(b => b is Chart chart ? [chart] : b is Columns columns ? columns.Items.SelectMany(c => Charts(c.Blocks)) : []);

    private static string Placeholder(ReviewMetric metric) => metric.Name switch
    {
        "tipoffs_received" => "tipoffs.received",
        "tipoffs_valuable" => "tipoffs.valuable",
        "valuable_ratio" => "tipoffs.ratio",
        _ => metric.Name,
    };

    private IEnumerable<Slide> Of(ReviewSection section, ReviewStory story) => section switch
    {
        ReviewSection.Summary => [SummarySlides.Summary(story)],
        ReviewSection.Totals => story.Figures.Totals.Count > 0 && !SummarySlides.TellsAll(story) ? [SummarySlides.Totals(story)] : [],
        ReviewSection.Months => TipoffSlides.Months(story),
        ReviewSection.Tipoffs => TipoffSlides.Kinds(story, tipoffs),
        ReviewSection.Ratio => TipoffSlides.Ratio(story),
        ReviewSection.Boards => UnitSlides.Boards(story, ranks),
        ReviewSection.Replies => PageSlides.Replies(story),
        ReviewSection.Followers => PageSlides.Followers(story),
        ReviewSection.Content => PageSlides.Content(story),
        ReviewSection.Platforms => PageSlides.Platforms(story, phrases),
        ReviewSection.Outcomes => UnitSlides.Outcomes(story, tipoffs),
        ReviewSection.Attention => UnitSlides.Attention(story),
        ReviewSection.Commendations => UnitSlides.Commendations(story),
        ReviewSection.Targets => UnitSlides.Targets(story),
        ReviewSection.Evidence => EvidenceSlides.Evidence(story),
        _ => EvidenceSlides.Sources(story, phrases),
    };

    private static T Speaking<T>(DeckLanguage language, Func<T> tell)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Languages.All[0], language == DeckLanguage.English ? Languages.All[1] : Languages.All[0]);
        try
        {
            return tell();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}
