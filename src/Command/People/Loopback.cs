namespace Command.People;

/// <summary>While nobody signs in, nobody else may look: the product listens on this machine only.</summary>
public static class Loopback
{
    /// <exception cref="InvalidOperationException">A configured address can be reached from another machine.</exception>
    public static WebApplicationBuilder RequireLoopback(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration["Urls"] ?? "http://localhost:5080";
        foreach (var url in configured.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.IsLoopback)
                throw new InvalidOperationException($"Urls names '{url}', which other machines could reach; there is no sign-in yet, so only localhost, 127.0.0.1 and [::1] are allowed.");
        }

        if (builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            throw new InvalidOperationException("Kestrel:Endpoints is set; there is no sign-in yet, so addresses are set by Urls alone, on this machine.");
        builder.WebHost.UseUrls(configured);
        return builder;
    }
}
