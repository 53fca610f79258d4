namespace Command.Tests;

/// <summary>Files of the repository that tests compare with what the code says.</summary>
internal static class RepositoryFiles
{
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root.FullName, .. path]));

    public static DirectoryInfo Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static DirectoryInfo Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Command.sln")) ? folder
            : Find(folder.Parent ?? throw new InvalidOperationException("Tests run from a build below Command.sln."));
}
