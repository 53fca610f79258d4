using Command.Boards.Shell;
using Command.People;
using Command.Reviews.Workbooks;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Compare;

/// <summary>The table of a comparison as a file. Each download stands in the audit log.</summary>
public static class CompareEndpoints
{
    public const string CsvPath = "/compare/csv";
    public const string XlsxPath = "/compare/xlsx";

    public static IServiceCollection AddComparison(this IServiceCollection services)
    {
        return services
            .AddSingleton<Annotations>()
            .AddSingleton<CompareQuery>()
            .AddSingleton<PartsQuery>()
            .AddSingleton<ComparePhrases>();
    }

    public static void MapComparison(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(CsvPath, (HttpContext context, CompareQuery query, ComparePhrases say, Acts acts, IStringLocalizer<Texts> texts) =>
            DownloadAsync(context, query, say, acts, texts, "csv", CsvFile.Type, (sheet, _) => CsvFile.Write(sheet))).RequireAuthorization(Admission.People);
        routes.MapGet(XlsxPath, (HttpContext context, CompareQuery query, ComparePhrases say, Acts acts, IStringLocalizer<Texts> texts) =>
            DownloadAsync(context, query, say, acts, texts, "xlsx", XlsxFile.Type, (sheet, name) => XlsxFile.Write([new Sheet(name, sheet.Columns, sheet.Rows)]))).RequireAuthorization(Admission.People);
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext context, CompareQuery query, ComparePhrases say, Acts acts, IStringLocalizer<Texts> texts,
        string ending, string type, Func<CompareSheet, string, byte[]> write)
    {
        var asked = context.Request.Query;
        var request = CompareRequest.Read(asked["unit"], asked["period"], asked["measure"], asked["by"]);
        var comparison = await query.ReadAsync(Askers.Of(context)!, request, context.RequestAborted);
        await acts.NoteAsync(new AuditEntry("", "comparison.downloaded", AuditFacts.Write((AuditFact.FileType, ending)), After: comparison.Request.Address()), context.RequestAborted);
        return Results.File(write(CompareSheet.Of(comparison, say), texts["compare.sheet"]), type, $"{texts["compare.file"]}-{comparison.Order:yyyy-MM-dd}.{ending}");
    }
}
