namespace Command.Ingest;

/// <summary>
/// Bounds what requests under way hold in memory. Text grows while it is read (bytes, characters, protected bytes), so a
/// body weighs several times its length until it is answered.
/// </summary>
public sealed class Intake
{
    /// <summary>Some sixty of the longest bodies, or three thousand ordinary ones.</summary>
    public const long MostBytes = 64L * Body.MostBytes;

    /// <summary>What a request weighs without its body.</summary>
    private const long RequestBytes = 4_096;

    private long taken;
    private int requests;

    /// <summary>Under way now, from their first byte to their answer.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>False when there is no room now; otherwise <see cref="Leave"/> must follow with the same length.</summary>
    /// <param name="contentLength">Null: unknown, so counted as the longest.</param>
    public bool TryEnter(long? contentLength)
    {
        var bytes = Weight(contentLength);
        if (Interlocked.Add(ref taken, bytes) > MostBytes)
        {
            Interlocked.Add(ref taken, -bytes);
            return false;
        }

        Interlocked.Increment(ref requests);
        return true;
    }

    public void Leave(long? contentLength)
    {
        Interlocked.Decrement(ref requests);
        Interlocked.Add(ref taken, -Weight(contentLength));
    }

    // A longer body is refused before it is read.
    private static long Weight(long? contentLength) => RequestBytes + Math.Min(contentLength ?? Body.MostBytes, Body.MostBytes);
}
