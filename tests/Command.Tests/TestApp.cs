using Command.Data;
using Command.Ingest;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Command.Tests;

/// <summary>The whole product on a free loopback port, with a database file and keys of its own in a temporary folder.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly bool ownsFolder;
    private readonly Dictionary<(Role, string?), Task<Visitor>> visitors = [];

    private TestApp(WebApplication app, string folder, bool ownsFolder)
    {
        this.app = app;
        this.ownsFolder = ownsFolder;
        Folder = folder;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public string Folder { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => Http.BaseAddress!;

    /// <param name="clock">Null: the real one.</param>
    /// <param name="folder">Null: a new one that is removed at the end. Naming it lets a second run find what the first left.</param>
    /// <param name="world">A world file's text, loaded at start.</param>
    /// <param name="args">As on the command line.</param>
    public static async Task<TestApp> StartAsync(TimeProvider? clock = null, string? folder = null, string? world = null, params string[] args)
    {
        var ownsFolder = folder is null;
        folder ??= Directory.CreateTempSubdirectory("command-").FullName;
        var worldFile = Path.Combine(folder, "world.json");
        if (world is not null)
            await File.WriteAllTextAsync(worldFile, world);
        string[] line =
        [
            "--Urls=http://127.0.0.1:0",
            $"--Database:ConnectionString=Data Source={Path.Combine(folder, "command.db")}",
            $"--Keys:Path={Path.Combine(folder, "keys")}",
            // Tests of alerts look by hand, or ask for the watch: it would mix with the queries that others count.
            "--Alerts:WatchSeconds=86400",
            "--Jobs:Run=false",
            // Tests of copies run what is due by hand, or ask for the service.
            "--Tipoffs:CopyFiles=false",
            .. world is null ? Array.Empty<string>() : ["--world", worldFile],
            .. args,
        ];
        var app = Program.Build(
            line,
            builder =>
            {
                // Silence, but for what keeps the lines that jobs log.
                foreach (var provider in builder.Services.Where(s => s.ServiceType == typeof(ILoggerProvider) && s.ImplementationType?.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true).ToList())
                    builder.Services.Remove(provider);
                if (clock is not null)
                    builder.Services.AddSingleton(clock);
            });
        await Program.PrepareAsync(app, line, CancellationToken.None);
        await app.StartAsync();
        return new TestApp(app, folder, ownsFolder);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<CommandDb> OpenAsync() => Get<IDbContextFactory<CommandDb>>().CreateDbContextAsync();

    /// <summary>Somebody of this role, signed in over HTTP as people sign in; the same person each time.</summary>
    /// <param name="unit">Key of his unit; null: the whole tree.</param>
    public Task<Visitor> SignInAsync(Role role = Role.Administrator, string? unit = null)
    {
        lock (visitors)
        {
            if (!visitors.TryGetValue((role, unit), out var visitor))
                visitors.Add((role, unit), visitor = ComeInAsync());
            return visitor;
        }

        async Task<Visitor> ComeInAsync()
        {
            var name = $"{role}-{unit ?? "all"}";
            await this.AddPersonAsync(name, role, unit);
            var visitor = new Visitor(Address);
            await visitor.SignInAsync(name);
            return visitor;
        }
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>Lets the doors know their platforms as if an administrator had entered the keys.</summary>
    public TestApp Knowing(params string[] oas)
    {
        Get<ChannelRegistry>().Set(TestDoor.Channels(oas));
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
