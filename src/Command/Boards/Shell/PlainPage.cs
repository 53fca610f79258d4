using System.Globalization;
using System.Net;

namespace Command.Boards.Shell;

/// <summary>A sentence in place of a page, where none can be drawn.</summary>
public static class PlainPage
{
    public static Task WriteAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""<!DOCTYPE html><html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Command</title><main><h1>{WebUtility.HtmlEncode(sentence)}</h1></main></html>""",
            context.RequestAborted);
    }
}
