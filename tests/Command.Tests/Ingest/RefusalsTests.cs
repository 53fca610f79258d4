using System.Diagnostics.Metrics;
using Command.Data;
using Command.Ingest;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Command.Tests.Ingest;

public sealed class RefusalsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("refusals").FullName;
    private readonly Clock clock = new(new DateTimeOffset(2026, 3, 1, 16, 59, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private IDbContextFactory<CommandDb> databases = null!;

    public async Task InitializeAsync()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:ConnectionString", $"Data Source={folder}/command.db;Pooling=false")])
            .Build();
        services = new ServiceCollection().AddCommandDb(configuration).BuildServiceProvider();
        databases = services.GetRequiredService<IDbContextFactory<CommandDb>>();
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Counts_add_up_over_flushes_by_local_day_platform_and_reason()
    {
        using var refusals = New();
        refusals.Count(Platform.Zalo, RefusalReason.WrongSignature);
        await refusals.FlushAsync(CancellationToken.None);
        refusals.Count(Platform.Zalo, RefusalReason.WrongSignature);
        refusals.Count(Platform.Facebook, RefusalReason.WrongSignature);
        refusals.Count(Platform.Zalo, RefusalReason.TooLarge);
        clock.Now += TimeSpan.FromMinutes(1);
        refusals.Count(Platform.Zalo, RefusalReason.WrongSignature);
        await refusals.FlushAsync(CancellationToken.None);

        Assert.Equal(
            [
                "2026-03-01 Zalo too_large 1", "2026-03-01 Zalo wrong_signature 2", "2026-03-01 Facebook wrong_signature 1",
                "2026-03-02 Zalo wrong_signature 1",
            ],
            await Rows());
    }

    [Fact]
    public async Task What_a_failed_flush_could_not_add_is_added_by_the_next()
    {
        using var refusals = New();
        await Sql("ALTER TABLE Refusals RENAME TO Away");
        refusals.Count(Platform.Zalo, RefusalReason.BrokenJson);
        await Assert.ThrowsAnyAsync<Exception>(() => refusals.FlushAsync(CancellationToken.None));
        refusals.Count(Platform.Zalo, RefusalReason.BrokenJson);
        await Sql("ALTER TABLE Away RENAME TO Refusals");

        await refusals.FlushAsync(CancellationToken.None);

        Assert.Equal(["2026-03-01 Zalo broken_json 2"], await Rows());
    }

    [Fact]
    public async Task Counts_of_many_threads_are_all_there()
    {
        using var refusals = New();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                refusals.Count(Platform.Zalo, RefusalReason.MissingSignature);
                if (i % 100 == 0)
                    await refusals.FlushAsync(CancellationToken.None);
            }
        })));
        await refusals.FlushAsync(CancellationToken.None);

        Assert.Equal(["2026-03-01 Zalo missing_signature 2000"], await Rows());
    }

    [Fact]
    public async Task Stopping_adds_what_is_left()
    {
        using var refusals = New();
        await refusals.StartAsync(CancellationToken.None);
        refusals.Count(Platform.Facebook, RefusalReason.WrongVerifyToken);

        await refusals.StopAsync(CancellationToken.None);

        Assert.Equal(["2026-03-01 Facebook wrong_verify_token 1"], await Rows());
    }

    [Fact]
    public void Every_refusal_is_measured_with_its_reason()
    {
        using var refusals = New();
        var reasons = new System.Collections.Concurrent.ConcurrentBag<string?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == Refusals.MeterName)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => reasons.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value))));
        listener.Start();

        refusals.Count(Platform.YouTube, "test");

        Assert.Contains("YouTube test", reasons);
    }

    private Refusals New() => new(databases, clock, NullLogger<Refusals>.Instance);

    private async Task Sql(string sql)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private async Task<List<string>> Rows()
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.Refusals.OrderBy(r => r.Day).ThenBy(r => r.Platform).ThenBy(r => r.Reason).ToListAsync();
        return [.. rows.Select(r => $"{r.Day:yyyy-MM-dd} {r.Platform} {r.Reason} {r.Count}")];
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
