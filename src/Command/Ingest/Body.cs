using System.Buffers;
using System.IO.Pipelines;

namespace Command.Ingest;

/// <summary>A request's body as one piece of memory, bounded. The memory is good until this is disposed.</summary>
internal sealed class Body : IDisposable
{
    public const int MostBytes = 256 * 1024;

    private readonly PipeReader reader;
    private readonly ReadOnlySequence<byte> sequence;
    private readonly byte[]? rented;

    private Body(PipeReader reader, ReadOnlySequence<byte> sequence)
    {
        this.reader = reader;
        this.sequence = sequence;
        if (sequence.IsSingleSegment)
        {
            Bytes = sequence.First;
            return;
        }

        rented = ArrayPool<byte>.Shared.Rent((int)sequence.Length);
        sequence.CopyTo(rented);
        Bytes = rented.AsMemory(0, (int)sequence.Length);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Null when it is longer than <see cref="MostBytes"/>, whatever its header says.</summary>
    public static async ValueTask<Body?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
            return null;
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync();
            if (result.Buffer.Length > MostBytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
                return new Body(reader, result.Buffer);
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    public void Dispose()
    {
        reader.AdvanceTo(sequence.End);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
