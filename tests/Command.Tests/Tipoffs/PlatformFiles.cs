using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Command.Tests.Tipoffs;

/// <summary>Stands for a platform's file host: a real server on loopback that can go down and come back.</summary>
internal sealed class PlatformFiles : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> files = new();
    private WebApplication? host;
    private int asked;

    public int Port { get; private set; }

    /// <summary>As the setting names it.</summary>
    public string Name => $"127.0.0.1:{Port}";

    /// <summary>How many requests came.</summary>
    public int Asked => Volatile.Read(ref asked);

    public static async Task<PlatformFiles> StartAsync()
    {
        var host = new PlatformFiles();
        await host.UpAsync();
        return host;
    }

    public string Put(string path, byte[] file) => Put(path, context => context.Response.Body.WriteAsync(file).AsTask());

    public string Put(string path, RequestDelegate answer)
    {
        files[path] = answer;
        return $"http://{Name}{path}";
    }

    /// <summary>Again on the port that it had.</summary>
    public async Task UpAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port));
        host = builder.Build();
        host.Run(context =>
        {
            Interlocked.Increment(ref asked);
            if (files.TryGetValue(context.Request.Path, out var answer))
                return answer(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await host.StartAsync();
        Port = new Uri(host.Urls.First()).Port;
    }

    public async Task DownAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        host = null;
    }

    public async ValueTask DisposeAsync() => await DownAsync();
}
