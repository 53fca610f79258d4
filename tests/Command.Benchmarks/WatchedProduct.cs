using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace Command.Benchmarks;

/// <summary>The product in a process of its own, as it stands, with one address more that tells its managed heap.</summary>
internal static class WatchedProduct
{
    public const string Argument = "--watched";

    private const string HeapPath = "/watched/heap";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Command.Program.Build(args);
        app.MapGet(HeapPath, () => HeapBytes().ToString(CultureInfo.InvariantCulture)).AllowAnonymous();
        await Command.Program.PrepareAsync(app, args, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }

    /// <summary>What is still reachable in the server, after full collections.</summary>
    public static async Task<double> HeapMegabytesAsync(ServerProcess server)
    {
        using var http = new HttpClient();
        return long.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}{HeapPath}")), CultureInfo.InvariantCulture) / 1e6;
    }

    private static long HeapBytes()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
