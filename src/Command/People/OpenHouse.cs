using System.Net;
using Command.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Command.People;

/// <summary>
/// While the demo runs, and only on this machine, people sign in by a click, and a visitor is the demo's commander at
/// once. The demo listens on no other address (<see cref="Loopback"/>); what a proxy passes on is refused all the same.
/// </summary>
public sealed class OpenHouse(bool isOpen, IDbContextFactory<CommandDb> databases)
{
    public bool IsOpen => isOpen;

    public bool Admits(HttpContext context) =>
        isOpen
        && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    public async Task<IReadOnlyList<Person>> PeopleAsync()
    {
        if (!isOpen)
            return [];
        await using var db = await databases.CreateDbContextAsync();
        return [.. (await db.Users.AsNoTracking().Where(p => p.LockoutEnd == null).ToListAsync()).OrderBy(p => p.Role == Role.Commander ? 0 : (int)p.Role).ThenBy(p => p.Id)];
    }

    /// <summary>Signs in who comes to a page without a session.</summary>
    public static async Task LetInAsync(HttpContext context, RequestDelegate next)
    {
        var house = context.RequestServices.GetRequiredService<OpenHouse>();
        if (house.Admits(context) && HttpMethods.IsGet(context.Request.Method) && context.User.Identity is not { IsAuthenticated: true }
            && context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)
            && await house.PeopleAsync() is [{ Role: Role.Commander } commander, ..])
        {
            await context.RequestServices.GetRequiredService<SignIns>().AsAsync(commander);
            context.User = await context.RequestServices.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(commander);
        }

        await next(context);
    }
}
