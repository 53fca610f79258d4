using Command.Reviews;
using Command.Reviews.Slides;

namespace Command.Boards.Reviews;

/// <summary>How firm the figures are: sources that disagree, what is missing, definitions, documents, restatements.</summary>
internal static class EvidenceSlides
{
    /// <summary>So many definitions and sources stand on one slide.</summary>
    private const int FewLines = 12;

    /// <summary>So many stand under the contradictions, or with the sources.</summary>
    private const int FewGaps = 3;

    private const int FewContradictions = 2;
    private const int LongestNumber = 24;

    public static IEnumerable<Slide> Evidence(ReviewStory story)
    {
        var (texts, say, evidence) = (story.Texts, story.Say, story.Figures.Evidence);
        var gaps = evidence.Gaps.Select(say.Evidence.Say).ToList();
        var areTogether = evidence.Contradictions.Count > 0 && gaps.Count > 0 && (gaps.Count <= FewGaps || evidence.Contradictions.Count <= FewContradictions);
        if (evidence.Contradictions.Count > 0)
        {
            string finding = texts["review.evidence.count", evidence.Contradictions.Count];
            // A rate beside the total is words, other claims are numbers.
            var declaredWeight = evidence.Contradictions.Any(c => Claims(story, c, ClaimKind.Declared).Length > LongestNumber) ? 2.4 : 1.2;
            yield return new Slide(finding,
            [
                ReviewStory.Rows(
                    texts["review.evidence.title"],
                    [new(texts["review.column.metric"], Weight: 2), .. new[] { (ClaimKind.Declared, declaredWeight), (ClaimKind.Collected, 1.2), (ClaimKind.Parts, 1.4) }.Select(k => new TableColumn(say.Name(k.Item1), IsNumber: true, Weight: k.Item2)), new(texts["review.column.why"], Weight: 5)],
                    evidence.Contradictions.Select(c => ReviewStory.Row(say.Name(c.Metric), Claims(story, c, ClaimKind.Declared), Claims(story, c, ClaimKind.Collected), Claims(story, c, ClaimKind.Parts), Why(story, c)))),
                .. areTogether ? [Gaps(story, gaps)] : Array.Empty<Block>(),
            ])
            {
                Lead = texts["review.evidence.rule"],
                Footnote = story.Footnote(areTogether ? texts["review.gaps.rule"].Value : null, story.Metrics(evidence.Contradictions.Count)),
                Notes = ReviewStory.Aloud([finding, .. evidence.Contradictions.Select(c => $"{say.Name(c.Metric)}: {string.Join(" ", c.Differences.Select(d => say.Evidence.Say(c.Metric, d)))} {Why(story, c)}".TrimEnd()), .. areTogether ? gaps : []]),
            };
        }

        if (gaps.Count > 0 && !areTogether && !StandWithSources(story))
        {
            string finding = gaps.Count == 1 ? texts["review.gaps.one"] : texts["review.gaps.count", gaps.Count];
            yield return new Slide(finding, [ReviewStory.Bullets(gaps)])
            {
                Footnote = story.Footnote(texts["review.gaps.rule"], story.N(texts["review.gaps.title"], gaps.Count)),
                Notes = ReviewStory.Aloud(gaps.Prepend(finding)),
            };
        }
    }

    /// <summary>A slide of one line is none; a remark gives it one.</summary>
    private static bool StandWithSources(ReviewStory story) =>
        story.Figures.Evidence is { Contradictions.Count: 0, Gaps.Count: > 0 and <= FewGaps } && story.Words.Remark(ReviewSection.Evidence).Length == 0;

    private static Prose Gaps(ReviewStory story, IEnumerable<string> gaps) => new([new Line(story.Texts["review.gaps.title"], Tone: Tone.Strong), .. gaps.Select(g => new Line(g, IsBullet: true))]);

    public static IEnumerable<Slide> Sources(ReviewStory story, Phrases phrases)
    {
        var (texts, say, figures) = (story.Texts, story.Say, story.Figures);
        List<string> definitions = [.. ReviewMetric.All.Where(m => figures.Total(m) is not null).Select(story.Definition).Where(d => d.Length > 0)];
        var documents = figures.Totals.SelectMany(t => new[] { t.Now, t.Before }).OfType<ReviewValue>().SelectMany(v => v.Documents).Distinct().ToList();
        List<string> sources =
        [
            figures.ListeningPages > 0 ? texts["review.sources.collected", figures.ListeningPages] : texts["review.sources.none"],
            .. PageSlides.PlatformsLead(story, phrases) is { } platforms && !PageSlides.Platforms(story, phrases).Any() ? [platforms] : Array.Empty<string>(),
            .. UnitSlides.Unranked(story) is { } unranked ? [unranked] : Array.Empty<string>(),
            .. documents.Select(d => texts["review.sources.document", d].Value),
            .. figures.Passings.Select(say.Say),
            .. say.Say(figures.Restatement) is { } restated ? [restated] : Array.Empty<string>(),
            texts["review.dataAt", say.Time(figures.DataAt)],
        ];
        var areTogether = definitions.Count > 0 && definitions.Count + sources.Count <= FewLines;
        if (areTogether)
            sources.InsertRange(0, definitions);
        else if (definitions.Count > 0)
            yield return new Slide(texts["review.definitions.title"], [ReviewStory.Bullets(definitions)]) { Footnote = story.Footnote(story.Metrics(definitions.Count)), Notes = texts["review.definitions.notes"] };
        var gaps = StandWithSources(story) ? figures.Evidence.Gaps.Select(say.Evidence.Say).ToList() : [];
        string finding = (figures.ListeningPages, documents.Count) switch
        {
            (0, 0) => texts[areTogether ? "review.section.Sources" : "review.sources.title"],
            (0, var published) => texts["review.sources.published", published],
            (var pages, 0) => texts["review.sources.pages", pages],
            var (pages, published) => texts["review.sources.from", pages, published],
        };
        yield return new Slide(finding, [ReviewStory.Bullets(sources), .. gaps.Count > 0 ? [Gaps(story, gaps)] : Array.Empty<Block>()])
        {
            Footnote = story.Footnote(texts["review.sources.rule"], gaps.Count > 0 ? texts["review.gaps.rule"].Value : null, story.N(texts["review.n.listening"], figures.ListeningPages)),
            Notes = ReviewStory.Aloud(sources.Concat(gaps)),
        };
    }

    /// <summary>What sources of one kind say.</summary>
    public static string Claims(ReviewStory story, Contradiction contradiction, ClaimKind kind) =>
        string.Join("; ", contradiction.Claims.Where(c => c.Kind == kind || (kind == ClaimKind.Declared && c.Kind == ClaimKind.Rate)).Select(c => c switch
        {
            { OtherMetric: { } other } => $"{story.Say.Evidence.Value(contradiction.Metric, c)} ({story.Say.Evidence.Name(other)})",
            _ when c.Kind == kind => story.Say.Evidence.Value(contradiction.Metric, c),
            _ => $"{story.Say.Evidence.Value(contradiction.Metric, c)} ({story.Say.Evidence.Who(c)})",
        })) is { Length: > 0 } said ? said : Boards.Figures.Unknown;

    public static string Why(ReviewStory story, Contradiction contradiction) =>
        string.Join(" ", contradiction.Differences.SelectMany(d => d.Explanations).Select(story.Say.Evidence.Say).Distinct());
}
