using Command.Tipoffs;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Shell;

/// <summary>How many bytes a form may send; told by its header, so that nothing larger is read at all.</summary>
/// <param name="Most">Bytes.</param>
public sealed record FormSize(long Most) : IRequestSizeLimitMetadata
{
    /// <summary>What is still taken off the wire of a form that was refused: a browser that cannot send to the end shows no answer.</summary>
    private const long LeastTaken = 30_000_000;

    /// <summary>The longest words that are kept, in any script and coded for a form, and what stands around them.</summary>
    private const long UsualBytes = 512 * 1024;

    public long? MaxRequestBodySize => Math.Max(LeastTaken, 2 * Most);

    /// <summary>Forms that bring files.</summary>
    public static FormSize Of(TipoffSettings settings) => new(UsualBytes + (long)settings.MostAttachments * settings.MostAttachmentBytes);

    /// <summary>After routing and the choice of language, before anything reads a body.</summary>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        // What open screens send has a limit of its own.
        if (!HttpMethods.IsPost(request.Method) || request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal))
            return next(context);
        var most = context.GetEndpoint()?.Metadata.GetMetadata<FormSize>()?.Most ?? UsualBytes;
        if (request.ContentLength is { } length && length <= most)
            return next(context);
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        return request.ContentLength is null
            ? PlainPage.WriteAsync(context, StatusCodes.Status411LengthRequired, texts["form.noLength"])
            : PlainPage.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, texts["form.tooLarge", Math.Max(1, most / (1024 * 1024))]);
    }
}
