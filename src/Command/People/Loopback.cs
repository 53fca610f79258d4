using System.Net;
using Command.Data;

namespace Command.People;

/// <summary>Where people sign in by a click nobody else may come: the demo listens on this machine only.</summary>
public static class Loopback
{
    /// <exception cref="SettingException">A configured address can be reached from another machine.</exception>
    public static WebApplicationBuilder RequireLoopback(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration["Urls"] ?? "http://localhost:5080";
        foreach (var url in configured.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsLoopback(url))
                throw new SettingException($"Urls names '{url}', which other machines could reach; people of the demo sign in by a click, so with --demo only localhost, 127.0.0.1 and [::1] are allowed.");
        }

        if (builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            throw new SettingException("Kestrel:Endpoints is set; people of the demo sign in by a click, so with --demo addresses are set by Urls alone, on this machine.");
        builder.WebHost.UseUrls(configured);
        return builder;
    }

    /// <summary>Read as the server reads it: a host that is neither localhost nor an address means every address to it.</summary>
    private static bool IsLoopback(string url)
    {
        try
        {
            var host = BindingAddress.Parse(url).Host;
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
