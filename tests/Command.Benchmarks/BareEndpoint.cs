using System.Globalization;
using Command.Ingest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Command.Benchmarks;

/// <summary>The yardstick: the same host, which only reads the body and checks the signature.</summary>
internal static class BareEndpoint
{
    public const string Argument = "--bare";

    public static async Task<int> RunAsync(string port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration["Urls"] = $"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}";
        await using var app = builder.Build();
        var channel = SignedPosts.Channel();
        app.MapPost("/ingest/zalo", (RequestDelegate)(context => Post(context, channel)));
        await app.RunAsync();
        return 0;
    }

    private static async Task Post(HttpContext context, ZaloChannel channel)
    {
        var reader = context.Request.BodyReader;
        var length = (int)context.Request.ContentLength!.Value;
        var result = await reader.ReadAtLeastAsync(length, context.RequestAborted);
        var body = result.Buffer.IsSingleSegment ? result.Buffer.FirstSpan : System.Buffers.BuffersExtensions.ToArray(result.Buffer);
        var signed = ZaloWebhook.IsSigned(body, context.Request.Headers["X-ZEvent-Signature"].ToString(), channel);
        reader.AdvanceTo(result.Buffer.End);
        context.Response.StatusCode = signed ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        context.Response.ContentLength = 0;
    }
}
