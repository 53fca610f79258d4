using Command.Data;

namespace Command.Tipoffs;

/// <summary>From where residents' files are copied.</summary>
/// <param name="IsOn">False: nothing is fetched, as where the network is closed.</param>
/// <param name="Hosts">Names, with a leading dot all names that end so; an address with a port where it is not the scheme's own.</param>
/// <param name="IsNetworkOwn">The hosts may stand in a private network and speak http.</param>
public sealed record CopySettings(bool IsOn, IReadOnlyList<string> Hosts, bool IsNetworkOwn)
{
    /// <summary>
    /// Where Messenger's and Zalo's links to pictures and files lead. Neither platform promises the names, so they are a
    /// setting.
    /// </summary>
    public static readonly IReadOnlyList<string> PlatformHosts = [".fbcdn.net", ".fbsbx.com", ".zdn.vn", ".zadn.vn"];

    /// <exception cref="SettingException">A host is no name.</exception>
    public static CopySettings From(IConfiguration configuration)
    {
        var named = configuration.GetSection("Tipoffs:CopyHosts").Get<string[]>() ?? [];
        var hosts = named.Length > 0 ? named : PlatformHosts;
        if (hosts.FirstOrDefault(h => !Uri.TryCreate($"https://{h.TrimStart('.')}/", UriKind.Absolute, out var address) || !string.Equals(address.Authority, h.TrimStart('.'), StringComparison.OrdinalIgnoreCase)) is { } wrong)
            throw new SettingException($"Tipoffs:CopyHosts names '{wrong}'; it must be a name such as files.example.vn or .example.vn, with a port where it has one of its own.");
        return new CopySettings(configuration.GetValue("Tipoffs:CopyFiles", true), hosts, configuration.GetValue("Tipoffs:CopyFromOwnNetwork", false));
    }

    public bool Allows(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || (IsNetworkOwn && address.Scheme == Uri.UriSchemeHttp))
        && address.UserInfo.Length == 0
        && Hosts.Any(host => host[0] == '.'
            ? address.IsDefaultPort && address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase)
            : string.Equals(address.Authority, host, StringComparison.OrdinalIgnoreCase));
}
