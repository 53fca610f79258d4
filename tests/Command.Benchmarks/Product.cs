namespace Command.Benchmarks;

/// <summary>How the product finds its store and its keys in a folder.</summary>
internal static class Product
{
    public static string Store(string folder) => Path.Combine(folder, "command.db");

    public static string[] Settings(string folder) =>
    [
        $"--Database:ConnectionString=Data Source={Store(folder)}",
        $"--Keys:Path={Path.Combine(folder, "keys")}",
    ];
}
