using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Command.Data;

namespace Command.People;

/// <summary>
/// How often one address may try to sign in: each failure is a line of the audit log, and nobody shall be able to flood
/// it. A whole office may come from one address.
/// </summary>
/// <param name="PerMinute"><c>People:SignInsPerMinute</c>.</param>
public sealed record SignInLimit(int PerMinute)
{
    private const int DefaultPerMinute = 60;

    /// <summary>What a provider hands to one house; its last half can be anything.</summary>
    private const int NetworkBytes = 8;

    /// <exception cref="SettingException">The setting is not above zero.</exception>
    public static SignInLimit From(IConfiguration configuration) => configuration.GetValue("People:SignInsPerMinute", DefaultPerMinute) is > 0 and var value
        ? new SignInLimit(value)
        : throw new SettingException("People:SignInsPerMinute must be above zero.");

    public RateLimitPartition<string> PartitionOf(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && (context.Request.Path == PeopleRegistration.SignInPath || context.Request.Path == PeopleRegistration.FirstRunPath)
            ? RateLimitPartition.GetFixedWindowLimiter(Network(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("");

    private static string Network(IPAddress? address) => address switch
    {
        null => "?",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
