using System.Globalization;
using System.Text;
using Command.Boards.Shell;
using Command.People;
using Command.Reviews;
using Command.Reviews.Slides;
using Command.Reviews.Workbooks;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Reviews;

/// <summary>A review as slides and as a workbook. Each download stands in the audit log.</summary>
public static class ReviewEndpoints
{
    public static IServiceCollection AddReviewPages(this IServiceCollection services) => services
        .AddSingleton<ReviewPhrases>()
        .AddSingleton<ReviewChoice>()
        .AddSingleton<ReviewDeck>()
        .AddSingleton<ReviewSheets>()
        .AddSingleton<ReviewAnnex>()
        .AddSingleton<ReadyFiles>();

    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reviews/{id:int}/deck", DeckAsync).RequireAuthorization(Admission.People);
        routes.MapGet("/reviews/{id:int}/workbook", WorkbookAsync).RequireAuthorization(Admission.People);
    }

    public static string Deck(int id, DeckLanguage language) => $"/reviews/{id}/deck?language={Code(language)}";

    public static string Ready(int id, string ticket) => $"/reviews/{id}/deck?ticket={ticket}";

    public static string Workbook(int id, bool withAnnex) => $"/reviews/{id}/workbook{(withAnnex ? "?annex=1" : "")}";

    /// <summary>"review-tan-phu-2026-03.pptx": letters that any system takes.</summary>
    public static string FileName(ReviewFigures figures, string ending) =>
        string.Create(CultureInfo.InvariantCulture, $"review-{Plain(figures.UnitKey)}-{Plain(figures.Period.Key)}.{ending}");

    private static async Task<IResult> DeckAsync(
        HttpContext context, int id, string? language, string? ticket, ReviewQuery query, ReviewDeck deck, ReadyFiles ready, Acts acts, IStringLocalizer<Texts> texts, CancellationToken cancellation)
    {
        var asker = Askers.Of(context)!;
        if (await query.ReadAsync(asker, id, cancellation) is not { } view)
            return Missing(texts);
        if (ticket is not null)
        {
            if (ready.Find(ticket, id, asker.Name) is not { } made)
                return Missing(texts);
            await NoteAsync(acts, id, [(AuditFact.FileType, "pptx"), (AuditFact.File, made.Name)], cancellation);
            return Results.File(made.Bytes, DeckWriter.Type, made.Name);
        }

        var spoken = language == "en" ? DeckLanguage.English : DeckLanguage.Vietnamese;
        using var file = new MemoryStream();
        DeckWriter.Write(deck.Deck(view.Figures, view.Words, view.Review.Title, spoken), file, cancel: cancellation);
        await NoteAsync(acts, id, [(AuditFact.FileType, "pptx"), (AuditFact.Language, Code(spoken))], cancellation);
        return Results.File(file.ToArray(), DeckWriter.Type, FileName(view.Figures, "pptx"));
    }

    private static async Task<IResult> WorkbookAsync(
        HttpContext context, int id, string? annex, ReviewQuery query, ReviewSheets sheets, ReviewAnnex records, Acts acts, IStringLocalizer<Texts> texts, CancellationToken cancellation)
    {
        var asker = Askers.Of(context)!;
        if (await query.ReadAsync(asker, id, cancellation) is not { } view)
            return Missing(texts);
        var tables = sheets.Of(view.Figures, view.Words).ToList();
        if (annex == "1")
        {
            if (!view.MayExportRecords)
                return Results.Text(texts["review.annex.refused"], statusCode: StatusCodes.Status403Forbidden);
            tables.Add(sheets.Annex(await records.ReadAsync(asker, view.UnitKey, view.Figures.Period.From, view.Figures.Period.To, view.Review.FrozenAt, cancellation)));
        }

        await NoteAsync(acts, id, [(AuditFact.FileType, "xlsx"), (AuditFact.Rows, annex == "1" ? tables[^1].Rows.Count : null)], cancellation);
        return Results.File(XlsxFile.Write(tables), XlsxFile.Type, FileName(view.Figures, "xlsx"));
    }

    private static Task NoteAsync(Acts acts, int id, IEnumerable<(AuditFact, object?)> what, CancellationToken cancellation) =>
        acts.NoteAsync(new AuditEntry("", "review.downloaded", AuditFacts.Write((AuditFact.Review, id)), After: AuditFacts.Write(what)), cancellation);

    private static IResult Missing(IStringLocalizer<Texts> texts) => Results.Text(texts["review.refused.NotFound"], statusCode: StatusCodes.Status404NotFound);

    private static string Code(DeckLanguage language) => language == DeckLanguage.English ? "en" : "vi";

    private static string Plain(string text) => new StringBuilder().AppendJoin("", text.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-')).ToString();
}
