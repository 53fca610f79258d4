using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Command.Boards.Shell;

/// <summary>The languages of the screens, the first being the default, and the cookie that keeps a reader's choice.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<CultureInfo> All = [CultureInfo.GetCultureInfo("vi-VN"), CultureInfo.GetCultureInfo("en")];

    private static readonly TimeSpan keptFor = TimeSpan.FromDays(365);

    public static IEndpointConventionBuilder MapLanguage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language", (string? to, string? back, HttpContext context, TimeProvider time) =>
        {
            if (All.FirstOrDefault(l => l.TwoLetterISOLanguageName == to) is not { } language)
                return Results.BadRequest();
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
                new CookieOptions { Expires = time.GetUtcNow() + keptFor, SameSite = SameSiteMode.Lax, IsEssential = true });
            return Results.LocalRedirect(IsLocal(back) ? back! : "/");
        }).ExcludeFromDescription();

    /// <summary>A path of this application: one slash at its beginning, and no second slash or backslash after it.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
