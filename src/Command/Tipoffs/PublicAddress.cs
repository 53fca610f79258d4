using System.Net;
using System.Net.Sockets;

namespace Command.Tipoffs;

/// <summary>Pure: whether an address belongs to the open internet. What is not of it is never asked on a stranger's word.</summary>
public static class PublicAddress
{
    /// <summary>IANA's registries of special purposes, IPv4 (RFC 6890 and after).</summary>
    private static readonly IPNetwork[] special =
    [
        .. ((string[])[
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"]).Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>All of the open IPv6 internet; what carries an IPv4 address within is left out of it.</summary>
    private static readonly IPNetwork open = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] carrying = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16")];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(special, n => n.Contains(address))
            : open.Contains(address) && !Array.Exists(carrying, n => n.Contains(address));
    }
}
