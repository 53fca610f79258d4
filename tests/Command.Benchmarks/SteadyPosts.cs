using System.Diagnostics;
using System.Net.Sockets;

namespace Command.Benchmarks;

/// <summary>
/// Posts at an even pace, however long each takes; one refused with 503 is sent again, as platforms do. One thread and
/// bare sockets, so that an answer is noticed when it arrives.
/// </summary>
internal static class SteadyPosts
{
    private const int Connections = 16;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    /// <returns>When each 200 had arrived, the earliest first.</returns>
    public static List<DateTimeOffset> Run(int port, int perSecond, IReadOnlyList<byte[]> requests)
    {
        var lanes = Enumerable.Range(0, Connections).Select(_ => Lane.Connect(port)).ToList();
        var idle = new Queue<Lane>(lanes);
        var answered = new List<DateTimeOffset>(requests.Count);
        var ready = new List<Socket>(Connections);
        var sent = 0;
        var clock = Stopwatch.StartNew();
        while (answered.Count < requests.Count)
        {
            var canPost = sent < requests.Count && idle.Count > 0;
            var wait = canPost ? TimeSpan.FromSeconds((double)sent / perSecond) - clock.Elapsed : patience;
            if (wait <= TimeSpan.Zero)
            {
                idle.Dequeue().Post(requests[sent++]);
                continue;
            }

            ready.Clear();
            ready.AddRange(lanes);
            Socket.Select(ready, null, null, wait);
            var now = TimeProvider.System.GetUtcNow();
            if (ready.Count == 0 && !canPost)
                throw new InvalidOperationException("The server does not answer.");
            foreach (var lane in ready.Cast<Lane>())
            {
                var status = lane.Receive();
                if (status == Lane.Unfinished)
                    continue;
                if (status == 503 && lane.Post(lane.Request!))
                    continue;
                if (status != 200)
                    throw new InvalidOperationException($"A post was answered with {status}.");
                answered.Add(now);
                idle.Enqueue(lane);
            }
        }

        foreach (var lane in lanes)
            lane.Dispose();
        return answered;
    }
}
