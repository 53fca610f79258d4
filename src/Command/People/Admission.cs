using Command.Data;
using Microsoft.AspNetCore.Authorization;

namespace Command.People;

/// <summary>Who may enter which page at all; what he then sees there is cut by <see cref="Sight"/>.</summary>
public static class Admission
{
    /// <summary>Anybody signed in but a wall.</summary>
    public const string People = "people";

    /// <summary>Whoever sees single records: not analysts, not walls.</summary>
    public const string Records = "records";

    public const string Administrators = "administrators";

    /// <summary>Who names officers in charge.</summary>
    public const string Leaders = "leaders";

    /// <summary>Who pairs walls.</summary>
    public const string PairsWalls = "pairs-walls";

    /// <summary>Walls too; also what holds where nothing else is said.</summary>
    public const string Everybody = "everybody";

    public static void Write(AuthorizationOptions options)
    {
        options.AddPolicy(Everybody, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(People, policy => policy.RequireRole(Names(PersonRegistry.Roles)));
        options.AddPolicy(Records, policy => policy.RequireRole(Names([Role.Administrator, Role.Commander, Role.Chief, Role.Staff])));
        options.AddPolicy(Administrators, policy => policy.RequireRole(Names([Role.Administrator])));
        options.AddPolicy(Leaders, policy => policy.RequireRole(Names([Role.Administrator, Role.Commander, Role.Chief])));
        options.AddPolicy(PairsWalls, policy => policy.RequireRole(Names([Role.Administrator, Role.Commander])));
        options.FallbackPolicy = options.DefaultPolicy = options.GetPolicy(Everybody)!;
    }

    private static IEnumerable<string> Names(IEnumerable<Role> roles) => roles.Select(r => r.ToString());
}
