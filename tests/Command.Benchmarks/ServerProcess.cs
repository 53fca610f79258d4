using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Command.Benchmarks;

/// <summary>A child process that serves on loopback; killed outright when disposed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes => Status("VmRSS:");

    /// <summary>The most that was resident since the start.</summary>
    public double PeakMegabytes => Status("VmHWM:");

    /// <summary>The built product, with its store and its keys in this folder.</summary>
    public static Task<ServerProcess> StartProductAsync(string folder) => StartProductAsync(folder, "Command.dll");

    /// <summary>The same, and it tells its heap.</summary>
    public static Task<ServerProcess> StartWatchedAsync(string folder) => StartProductAsync(folder, "Command.Benchmarks.dll", WatchedProduct.Argument);

    public static Task<ServerProcess> StartBareAsync(string folder)
    {
        var port = FreePort();
        return StartAsync(port, "/", folder,
            [Path.Combine(AppContext.BaseDirectory, "Command.Benchmarks.dll"), BareEndpoint.Argument, port.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>Ends it as a loss of power would: without a last word.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private static async Task<ServerProcess> StartProductAsync(string folder, string program, params string[] before)
    {
        var world = Path.Combine(folder, "world.json");
        await File.WriteAllTextAsync(world, SignedPosts.World());
        var port = FreePort();
        return await StartAsync(port, "/health/ready", folder,
            [Path.Combine(AppContext.BaseDirectory, program), .. before, "--Urls", $"http://127.0.0.1:{port}", "--world", world, .. Product.Settings(folder)]);
    }

    private static async Task<ServerProcess> StartAsync(int port, string path, string folder, IReadOnlyList<string> arguments)
    {
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        process.OutputDataReceived += (_, line) => File.AppendAllText(Path.Combine(folder, "server.log"), line.Data + "\n");
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, port);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await AnswersAsync(http, path))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended while it started; see {folder}/server.log.");
            await often.WaitForNextTickAsync();
        }

        server.ReadyAfter = Stopwatch.GetElapsedTime(started);
        return server;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private double Status(string field)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.AsSpan(field.Length).Trim()[..^3], CultureInfo.InvariantCulture) / 1024;
    }
}
