using System.Globalization;
using System.Text;
using Command.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Command.Demo;

/// <summary>
/// Plays the platforms with signed HTTP requests to the product's own doors: first what came today, so that the board is
/// worth looking at after a second; then lively traffic, and beside it some weeks of history, newest day first. Writes
/// nothing behind them.
/// </summary>
public sealed class DemoTraffic(
    DemoWorld world, IServer server, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<DemoTraffic> log) : BackgroundService
{
    private const int HistoryDays = 28;
    private const int Connections = 16;
    private const int Attempts = 20;

    /// <summary>Days within which a planned reply falls.</summary>
    private const int RepliesWithin = 4;
    private static readonly TimeSpan livelyEvery = TimeSpan.FromSeconds(1.6);
    private static readonly TimeSpan restAfterBusy = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        try
        {
            var start = time.GetUtcNow();
            await SendPastAsync(http, start, 0, 0, stoppingToken);
            await foreach (var ended in Task.WhenEach(SendPastAsync(http, start, 1, HistoryDays, stoppingToken), KeepSendingAsync(http, start, stoppingToken)))
                await ended;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product stops, and so does the demo.
        }
    }

    private async Task SendPastAsync(HttpClient http, DateTimeOffset now, int newest, int oldest, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(now);
        for (var ago = newest; ago <= oldest; ago++)
        {
            var day = today.AddDays(-ago);
            var past = DemoDay.Of(day, world.Pages, world.AppId).Where(e => e.At <= now && !IsSilenced(e, now)).ToList();
            await Parallel.ForEachAsync(
                past,
                new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = cancellation },
                async (e, token) => await SendAsync(http, e, token));
            log.LogInformation("Demo: {Sent} events of {Day:yyyy-MM-dd} sent, {Days} of {All} days at {Address}.", past.Count, day, ago + 1, HistoryDays + 1, http.BaseAddress);
        }
    }

    /// <summary>The rest of today as it was planned, also what fell due while its past was sent, and beside it something every one or two seconds.</summary>
    private async Task KeepSendingAsync(HttpClient http, DateTimeOffset start, CancellationToken cancellation)
    {
        var chance = new Random((int)start.ToUnixTimeSeconds());
        var busyPages = world.Pages.Where(p => p.SilentDays == 0).ToArray();
        var planned = new PriorityQueue<DemoEvent, DateTimeOffset>();
        foreach (var e in DaysUntil(LocalTime.DayOf(start), RepliesWithin).Where(e => e.At > start && !IsSilenced(e, start)))
            planned.Enqueue(e, e.At);
        for (var n = 0; ; n++)
        {
            await Task.Delay(livelyEvery * (0.4 + 1.2 * chance.NextDouble()), time, cancellation);
            var now = time.GetUtcNow();
            var page = busyPages[chance.Next(busyPages.Length)];
            var id = string.Create(CultureInfo.InvariantCulture, $"{start.ToUnixTimeMilliseconds()}{n:000000}");
            await SendAsync(http, Lively(page, id, now), cancellation);
            while (planned.TryPeek(out _, out var due) && due <= now)
                await SendAsync(http, planned.Dequeue(), cancellation);

            DemoEvent Lively(DemoPage on, string unique, DateTimeOffset at)
            {
                switch (chance.Next(10))
                {
                    case 0:
                        return DemoEvent.Follow(on, world.AppId, unique, at);
                    case 1 or 2:
                        return DemoEvent.Reaction(on, world.AppId, unique, "r" + unique, at);
                    default:
                        var replyAt = at.AddSeconds(20 + chance.Next(240));
                        if (chance.NextDouble() < on.Diligence)
                            planned.Enqueue(DemoEvent.Reply(on, world.AppId, unique, "b" + unique, replyAt, byPerson: true), replyAt);
                        return DemoEvent.Message(on, world.AppId, unique, "m" + unique, at, DemoDay.Text(chance));
                }
            }
        }
    }

    private IEnumerable<DemoEvent> DaysUntil(DateOnly day, int days) =>
        Enumerable.Range(0, days).SelectMany(ago => DemoDay.Of(day.AddDays(-ago), world.Pages, world.AppId));

    private bool IsSilenced(DemoEvent e, DateTimeOffset now) =>
        world.Pages.Any(p => p.SilentDays > 0 && p.Secret == e.Secret && e.At > now.AddDays(-p.SilentDays));

    /// <summary>As a platform does, it sends again what was not answered with success.</summary>
    private async Task SendAsync(HttpClient http, DemoEvent e, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/ingest/zalo") { Content = new StringContent(e.Body, Encoding.UTF8, "application/json") };
            request.Headers.Add("X-ZEvent-Signature", e.Signature(world.AppId));
            using var response = await http.SendAsync(request, cancellation);
            if (response.IsSuccessStatusCode)
                return;
            if ((int)response.StatusCode < 500 || attempt == Attempts)
                throw new InvalidOperationException($"The door answered the demo with {(int)response.StatusCode}.");
            await Task.Delay(restAfterBusy, time, cancellation);
        }
    }
}
