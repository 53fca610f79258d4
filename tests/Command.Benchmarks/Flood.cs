using System.Diagnostics;
using System.Net.Sockets;

namespace Command.Benchmarks;

/// <summary>What came of a flood.</summary>
/// <param name="Accepted">Requests answered with 200.</param>
/// <param name="Open">Requests without an answer, or with another than 200.</param>
/// <param name="Refused">Number of answers by status.</param>
/// <param name="Milliseconds">From the first byte sent to the answer, of each accepted request.</param>
internal sealed record FloodResult(TimeSpan Lasted, List<byte[]> Accepted, List<byte[]> Open, Dictionary<int, int> Refused, List<double> Milliseconds)
{
    public double PerSecond => Accepted.Count / Lasted.TotalSeconds;
}

/// <summary>
/// Many connections, on each one request under way at a time. One thread, ready requests, bare sockets: the load comes
/// from the same two cores as what it measures, so it must cost little.
/// </summary>
internal static class Flood
{
    /// <summary>Longer than any run needs: made beforehand, so that making them costs nothing while it runs.</summary>
    private const int RequestsReady = 400_000;

    public static List<byte[]> Ready(IEnumerable<byte[]> requests, int count = RequestsReady) => [.. requests.Take(count)];

    /// <summary>Ends after the duration, when the requests are used up, or when the server is gone.</summary>
    public static FloodResult Run(int port, int connections, IReadOnlyList<byte[]> requests, TimeSpan duration)
    {
        var result = new FloodResult(TimeSpan.Zero, [], [], [], []);
        var lanes = Enumerable.Range(0, connections).Select(_ => Lane.Connect(port)).ToList();
        var next = 0;
        var clock = Stopwatch.StartNew();
        foreach (var lane in lanes.Take(requests.Count))
            lane.Post(requests[next++]);

        var busy = lanes.Where(l => l.Request is not null).ToList();
        var ready = new List<Socket>(connections);
        while (busy.Count > 0)
        {
            ready.Clear();
            ready.AddRange(busy);
            Socket.Select(ready, null, null, TimeSpan.FromSeconds(5));
            if (ready.Count == 0)
                break;
            foreach (var lane in ready.Cast<Lane>())
            {
                var status = lane.Receive();
                if (status == Lane.Unfinished)
                    continue;
                if (status == 200)
                {
                    result.Accepted.Add(lane.Request!);
                    result.Milliseconds.Add(lane.Waited.TotalMilliseconds);
                }
                else
                {
                    result.Open.Add(lane.Request!);
                    result.Refused[status] = result.Refused.GetValueOrDefault(status) + 1;
                }

                if (status == Lane.Gone || next == requests.Count || clock.Elapsed > duration || !lane.Post(requests[next++]))
                    busy.Remove(lane);
            }
        }

        result.Open.AddRange(busy.Select(l => l.Request!));
        foreach (var lane in lanes)
            lane.Dispose();
        return result with { Lasted = clock.Elapsed };
    }
}
