using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Command.Api;

/// <summary>Lets a script in with one of the keys of <c>Api:Keys</c> in the header X-Api-Key.</summary>
public sealed class ApiKeys(IConfiguration configuration) : IEndpointFilter
{
    public const string Header = "X-Api-Key";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var keys = configuration.GetSection("Api:Keys").Get<string[]>()?.Where(k => !string.IsNullOrWhiteSpace(k)).ToList() ?? [];
        if (keys.Count == 0)
            return Refused("No API key is set up here. Set Api:Keys:0, for example by the environment variable Api__Keys__0, and send it in the header X-Api-Key.");
        var sent = context.HttpContext.Request.Headers[Header].ToString();
        return Knows(keys, sent)
            ? await next(context)
            : Refused(sent.Length == 0 ? "The header X-Api-Key is missing." : "The key in the header X-Api-Key is not known here.");
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
