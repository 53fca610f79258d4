using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Command.Benchmarks;

/// <summary>One connection with one request under way at a time.</summary>
internal sealed class Lane() : Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
{
    public const int Unfinished = 0;
    public const int Gone = -1;

    private readonly byte[] buffer = new byte[4096];
    private int filled;
    private long sentAt;

    public byte[]? Request { get; private set; }

    public TimeSpan Waited => Stopwatch.GetElapsedTime(sentAt);

    public static Lane Connect(int port)
    {
        var lane = new Lane { NoDelay = true };
        lane.Connect(IPAddress.Loopback, port);
        return lane;
    }

    /// <summary>False when the server is gone.</summary>
    public bool Post(byte[] request)
    {
        Request = request;
        filled = 0;
        sentAt = Stopwatch.GetTimestamp();
        try
        {
            Send(request);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>The status once the answer is whole.</summary>
    public int Receive()
    {
        try
        {
            var read = Receive(buffer.AsSpan(filled));
            if (read == 0)
                return Gone;
            filled += read;
        }
        catch (SocketException)
        {
            return Gone;
        }

        // Headers alone end so, and so does the last chunk of a sentence.
        var answer = buffer.AsSpan(0, filled);
        if (!answer.EndsWith("\r\n\r\n"u8))
            return Unfinished;
        var status = int.Parse(answer.Slice(9, 3), CultureInfo.InvariantCulture);
        return status == 200 || answer.EndsWith("0\r\n\r\n"u8) || answer.IndexOf("Content-Length: 0"u8) >= 0 ? status : Unfinished;
    }
}
