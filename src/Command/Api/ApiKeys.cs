using System.Security.Cryptography;
using System.Text;
using Command.Data;
using Command.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Command.Api;

/// <summary>
/// Lets a script in with a key in the header X-Api-Key: one made on a page, of one scope, or one of <c>Api:Keys</c>,
/// which reads the whole tree. Without the header whoever is signed in asks for himself.
/// </summary>
public sealed class ApiKeys(IConfiguration configuration, KeyBearers bearers) : IEndpointFilter
{
    public const string Header = "X-Api-Key";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext;
        var sent = request.Request.Headers[Header].ToString();
        if (sent.Length == 0)
            return Askers.Of(request) is not null ? await next(context) : Refused("The header X-Api-Key is missing. A key is made on the page /keys, or set by Api:Keys:0 (in the environment Api__Keys__0).");
        if (await FindAsync(request, sent) is not { } asker)
            return Refused("The key in the header X-Api-Key is not known here.");
        request.Features.Set(asker);
        return await next(context);
    }

    private async Task<Asker?> FindAsync(HttpContext request, string sent)
    {
        var keys = configuration.GetSection("Api:Keys").Get<string[]>()?.Where(k => !string.IsNullOrWhiteSpace(k)).ToList() ?? [];
        return Knows(keys, sent)
            ? new Asker(Role.Key, null, Name: "Api:Keys")
            : await bearers.FindAsync(sent, request.RequestAborted);
    }

    /// <summary>Takes as long for a wrong key as for a right one: digests of one length, and every key is compared.</summary>
    private static bool Knows(IEnumerable<string> keys, string sent)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(sent));
        var known = false;
        foreach (var key in keys)
            known |= CryptographicOperations.FixedTimeEquals(digest, SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return known;
    }

    private static ProblemHttpResult Refused(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status401Unauthorized);
}
