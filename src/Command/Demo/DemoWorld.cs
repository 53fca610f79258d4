using Command.Data;
using Command.Worlds;

namespace Command.Demo;

/// <summary>Whom the demo speaks for: the Zalo pages of its world and the keys that sign for them.</summary>
public sealed record DemoWorld(string AppId, IReadOnlyList<DemoPage> Pages)
{
    /// <summary>Lies beside the program.</summary>
    public static string File => Path.Combine(AppContext.BaseDirectory, "worlds", "demo.json");

    /// <exception cref="WorldException">The file has errors.</exception>
    public static DemoWorld Read()
    {
        var errors = new WorldErrors(File);
        var world = WorldReader.Read(File, System.IO.File.ReadAllBytes(File), errors);
        if (errors.Any)
            throw new WorldException(errors.Sentences);
        var secrets = world.Secrets.ToDictionary(s => s.Name, s => s.Value);
        var pages = world.Pages.Where(p => p.Platform == Platform.Zalo).ToList();
        return new DemoWorld(
            secrets[ChannelSecrets.ZaloApp],
            [.. pages.Select((page, i) => DemoPage.Of(i, pages.Count, page.ExternalId, secrets[ChannelSecrets.ZaloOa + page.ExternalId]))]);
    }
}
