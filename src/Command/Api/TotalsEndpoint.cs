using System.ComponentModel;
using System.Globalization;
using Command.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Command.Api;

/// <summary><c>GET /api/v1/totals</c>.</summary>
public static class TotalsEndpoint
{
    private const int MaxYears = 10;

    public static RouteHandlerBuilder MapTotals(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/totals", ReadAsync)
        .AddEndpointFilter<ApiKeys>()
        // The filter lets in keys as well as those who are signed in, and tells scripts what was wrong.
        .AllowAnonymous()
        .WithName("totals")
        .WithTags("Totals")
        .WithSummary("What a unit's subtree did over a range of local days")
        .WithDescription(
            "Days are local (Asia/Ho_Chi_Minh), 'to' is inclusive, and the subtree is judged on each day. Collected figures and declared ones are never added. " +
            "Where a platform tells a total of a metric that is also counted from events, events win page by page.")
        .Produces<Totals>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            // Absent ones are answered with a sentence of ours, so that they are optional only to the framework.
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                parameter.Required = true;
            return Task.CompletedTask;
        });

    private static async Task<IResult> ReadAsync(
        HttpContext context,
        TotalsQuery query,
        [Description("Key of the unit.")] string? unit,
        [Description("First local day, for example 2026-03-01.")] string? from,
        [Description("Last local day, inclusive; at most ten years after 'from'.")] string? to,
        CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(unit))
            return Bad("The parameter 'unit' is missing; it is the key of a unit.");
        if (Day(from) is not { } first)
            return Bad(NoDay("from", from));
        if (Day(to) is not { } last)
            return Bad(NoDay("to", to));
        if (last < first)
            return Bad("The parameter 'to' lies before 'from'; it is the last day, inclusive.");
        if (first.Year + MaxYears <= DateOnly.MaxValue.Year && last >= first.AddYears(MaxYears))
            return Bad($"The range is longer than {MaxYears} years; ask for parts of it.");
        return await query.ReadAsync(Askers.Of(context)!, unit, first, last, cancellation) switch
        {
            (_, true) => TypedResults.Problem($"The unit '{unit}' is not, on every day of the range, among those that you may see.", statusCode: StatusCodes.Status403Forbidden),
            ({ } totals, _) => TypedResults.Ok(totals),
            _ => TypedResults.Problem($"No unit has the key '{unit}'.", statusCode: StatusCodes.Status404NotFound),
        };
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 9999 ? day : null;

    private static string NoDay(string name, string? text) => text is null
        ? $"The parameter '{name}' is missing; it is a day such as 2026-03-01."
        : $"The parameter '{name}' is '{text}'; it must be a day such as 2026-03-01.";

    private static ProblemHttpResult Bad(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest);
}
