using System.ComponentModel;
using System.Text.Json;
using Command.People;
using Command.Ranking.Leaderboards;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Command.Api;

/// <summary><c>GET /api/v1/leaderboard</c>.</summary>
public static class LeaderboardEndpoint
{
    private static readonly string metrics = string.Join(", ", LeaderboardMetric.All.Select(m => m.Name));

    public static RouteHandlerBuilder MapLeaderboard(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/leaderboard", ReadAsync)
        .AddEndpointFilter<ApiKeys>()
        // The filter lets in keys as well as those who are signed in, and tells scripts what was wrong.
        .AllowAnonymous()
        .WithName("leaderboard")
        .WithTags("Leaderboard")
        .WithSummary("The fair ranks of a peer group in a period")
        .WithDescription(
            "Scores are drawn towards the group's mean, ranks have a 90 % range, and units that cannot be told apart share a band. " +
            "A computed answer may be up to some minutes old; a sealed one is as it was reported.")
        .Produces<LeaderboardAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                parameter.Required = true;
            return Task.CompletedTask;
        });

    private static async Task<IResult> ReadAsync(
        HttpContext context,
        LeaderboardQuery query,
        [Description("The peer group, as units name it.")] string? group,
        [Description("Key of the period, for example 2026-03, police-2026-H1 or 2026-01-01..2026-02-14.")] string? period,
        [Description("valuable_ratio, answered_in_time, tipoffs_per_10000, followers_per_1000 or composite.")] string? metric,
        CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(group))
            return Bad("The parameter 'group' is missing; it is a peer group, as units name it.");
        if (string.IsNullOrEmpty(period))
            return Bad("The parameter 'period' is missing; it is the key of a period such as 2026-03.");
        if (string.IsNullOrEmpty(metric))
            return Bad($"The parameter 'metric' is missing; it is one of {metrics}.");
        return await query.ReadAsync(Askers.Of(context)!, group, period, metric, null, cancellation) switch
        {
            ({ } view, _) => TypedResults.Ok(Answer(view)),
            (_, LeaderboardFault.UnknownMetric) => Bad($"The parameter 'metric' is '{metric}'; it must be one of {metrics}."),
            (_, LeaderboardFault.UnknownPeriod) => Bad($"The parameter 'period' is '{period}'; it must be the key of a period of at most ten years, such as 2026-03, 2026-Q1, 2026-W11, police-2026-H1 or 2026-01-01..2026-02-14."),
            (_, LeaderboardFault.OutOfSight) => Problem($"No unit of the group '{group}' is among those that you may see.", StatusCodes.Status403Forbidden),
            _ => Problem($"No unit belongs to the group '{group}' on the last day of the period '{period}'.", StatusCodes.Status404NotFound),
        };
    }

    private static LeaderboardAnswer Answer(LeaderboardView view) => new(
        view.Ask.Group,
        view.Ask.Period.Key,
        view.Ask.Metric.Name,
        view.Ask.Days.From,
        view.Ask.Days.To,
        Word(view.Status),
        view.Ask.Weights.Version,
        [.. view.Board.Rows.Select(Row)],
        [.. view.Board.Apart.Select(a => new UnrankedUnit(a.Unit, Word(a.Reason), a.Count, a.Of, a.Bounds is { } bounds ? [Rounded(bounds.Low), Rounded(bounds.High)] : null))]);

    private static RankedUnit Row(LeaderboardRow row) => new(
        row.Unit,
        row.N,
        row.Value is { } value ? Rounded(value) : null,
        Rounded(row.Score),
        row.Interval is { } interval ? [Rounded(interval.Low), Rounded(interval.High)] : null,
        row.Place.Median,
        [row.Place.Low, row.Place.High],
        row.Place.Band)
    {
        Count = row.Of is null ? null : row.Count,
        Of = row.Of,
        TopThree = Rounded(row.Place.TopThree),
        IsHatched = row.IsHatched,
        IsRestated = row.IsRestated,
        Since = row.Since,
        Zone = row.Zone is { } zone ? Word(zone) : null,
        Change = Word(row.Change),
    };

    private static double Rounded(double value) => Tipoffs.Rounded(value);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static ProblemHttpResult Bad(string sentence) => Problem(sentence, StatusCodes.Status400BadRequest);

    private static ProblemHttpResult Problem(string sentence, int status) => TypedResults.Problem(sentence, statusCode: status);
}
