using Command.Boards.Shell;
using Command.People;
using Command.Tipoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Command.Boards.Tipoffs;

/// <summary>Files of tip-offs: sent by the form of the record, fetched one by one. A file is never drawn by this site.</summary>
public static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder routes, TipoffSettings settings)
    {
        routes.MapPost("/tipoffs/{Number}/attachments", AddAsync).RequireAuthorization(Admission.Records).ExcludeFromDescription().WithMetadata(FormSize.Of(settings));
        routes.MapGet("/tipoffs/{Number}/attachments/{Id:long}", LookAsync).RequireAuthorization(Admission.Records).ExcludeFromDescription();
    }

    private static async Task<RedirectHttpResult> AddAsync(
        string number, IFormFileCollection sent, TipoffAttachments attachments, TipoffSettings settings, HttpContext context)
    {
        var files = await SentFiles.ReadAsync(sent, settings, context.RequestAborted);
        var refusal = await attachments.AddAsync(number, files, Askers.Of(context)!, context.RequestAborted);
        var record = $"/tipoffs/{Uri.EscapeDataString(number)}";
        return TypedResults.LocalRedirect(refusal is null ? record : $"{record}?refused={refusal.Code}");
    }

    private static async Task LookAsync(string number, long id, TipoffAttachments attachments, TipoffPhrases say, HttpContext context)
    {
        var (file, refusal) = await attachments.LookAsync(number, id, Askers.Of(context)!, context.RequestAborted);
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (file is not null)
            await TypedResults.File(file.Bytes, file.ContentType, file.Name).ExecuteAsync(context);
        else
            await PlainPage.WriteAsync(context, refusal!.Code == RefusedFor.NoRight ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound, say.Why(refusal));
    }
}
