using System.Globalization;
using System.Security.Claims;
using Command.Data;

namespace Command.People;

/// <summary>Pure: an asker as the claims of a principal, and back.</summary>
public static class AskerClaims
{
    /// <summary>When the session began, in seconds since 1970.</summary>
    public const string Since = "since";

    /// <summary>The security stamp under which the session began; any change of the person's rights makes a new one.</summary>
    public const string Stamp = "stamp";

    public const string MustChangePassword = "must-change";

    /// <summary>The address of the request; a live screen keeps that of the request that opened it.</summary>
    public const string Origin = "origin";

    private const string Unit = "unit";
    private const string Confirms = "confirms";
    private const string ConfirmsFor = "confirms-for";

    public static IEnumerable<Claim> Of(Asker asker)
    {
        yield return new Claim(ClaimTypes.NameIdentifier, Text(asker.PersonId));
        yield return new Claim(ClaimTypes.Name, asker.Name);
        yield return new Claim(ClaimTypes.Role, asker.Role.ToString());
        if (asker.UnitId is { } unit)
            yield return new Claim(Unit, Text(unit));
        if (asker.MayConfirm)
            yield return new Claim(Confirms, "1");
        foreach (var unitId in asker.ConfirmsFor)
            yield return new Claim(ConfirmsFor, Text(unitId));
    }

    /// <returns>Null for whoever is not signed in.</returns>
    public static Asker? Read(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true } || !Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role))
            return null;
        return new Asker(role, Number(principal.FindFirstValue(Unit)), Number(principal.FindFirstValue(ClaimTypes.NameIdentifier)) ?? 0, principal.Identity.Name ?? "")
        {
            Origin = principal.FindFirstValue(Origin),
            MayConfirm = principal.HasClaim(Confirms, "1"),
            ConfirmsFor = principal.FindAll(ConfirmsFor).Select(c => Number(c.Value)).OfType<int>().ToHashSet(),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
