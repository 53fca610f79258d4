using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Command.Data;

namespace Command.People;

/// <summary>
/// How often one address may try to sign in: each failure is a line of the audit log, and nobody shall be able to flood
/// it. A whole office may come from one address.
/// </summary>
public sealed class SignInLimit : IDisposable
{
    private const int DefaultPerMinute = 60;

    /// <summary>What a provider hands to one house; its last half can be anything.</summary>
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<HttpContext> limiter;

    private SignInLimit(int perMinute) => limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsSignIn(context.Request)
        ? RateLimitPartition.GetFixedWindowLimiter(Network(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window })
        : RateLimitPartition.GetNoLimiter(""));

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    /// <exception cref="SettingException"><c>People:SignInsPerMinute</c> is not above zero.</exception>
    public static SignInLimit From(IConfiguration configuration) => configuration.GetValue("People:SignInsPerMinute", DefaultPerMinute) is > 0 and var value
        ? new SignInLimit(value)
        : throw new SettingException("People:SignInsPerMinute must be above zero.");

    /// <summary>False: its address has tried too often.</summary>
    public bool Admits(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static bool IsSignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Path == PeopleRegistration.SignInPath || request.Path == PeopleRegistration.FirstRunPath);

    private static string Network(IPAddress? address) => address switch
    {
        null => "?",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
