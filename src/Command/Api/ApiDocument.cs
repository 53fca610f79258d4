using Command.People;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Command.Api;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, with the key that scripts send.</summary>
public static class ApiDocument
{
    private const string Scheme = "ApiKey";

    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<TotalsQuery>()
        .AddSingleton<KeyBearers>()
        .AddProblemDetails()
        .AddOpenApi(options => options.AddDocumentTransformer(DescribeAsync).ShouldInclude = api => api.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info.Title = "Command";
        document.Info.Description = "Figures for scripts. A key made on the page /keys, or one of the setting Api:Keys, is sent in the header X-Api-Key.";
        // Where the server stands is not for the document to say: it may be read through a proxy.
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeys.Header,
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
