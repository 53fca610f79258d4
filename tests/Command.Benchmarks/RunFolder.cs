namespace Command.Benchmarks;

/// <summary>A temporary folder for one run.</summary>
internal sealed class RunFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("command-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
