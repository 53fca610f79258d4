using System.Text.RegularExpressions;

namespace Command.Tests;

/// <summary>
/// The folders of the product are parts of the business or steps of a number's way. Each names those it may use; an
/// edge that is not here is a decision to be taken, not an accident.
/// </summary>
public sealed partial class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> mayUse = new()
    {
        ["Data"] = [],
        ["Units"] = ["Data"],
        ["Periods"] = ["Data", "People"],
        ["People"] = ["Data", "Units"],
        ["Rollups"] = ["Data", "Units"],
        ["Live"] = ["Data", "Units", "Rollups"],
        ["Messages"] = ["Data", "Units", "People", "Rollups", "Live"],
        ["Tipoffs"] = ["Data", "Units", "People", "Rollups", "Live", "Ranking"],
        ["Ingest"] = ["Data", "Units", "Rollups", "Live", "Messages"],
        ["Ranking"] = ["Data", "Rollups"],
        ["Ranking/Leaderboards"] = ["Data", "Units", "Periods", "People", "Rollups", "Tipoffs", "Ranking"],
        ["Comparable"] = ["Data", "Units", "Periods", "Rollups", "Ranking"],
        ["Reviews"] = ["Data", "Units", "Periods", "People", "Rollups", "Tipoffs", "Ranking", "Ranking/Leaderboards", "Comparable"],
        ["Reviews/Packages"] = [],
        ["Reviews/Workbooks"] = ["Reviews/Packages"],
        ["Reviews/Slides"] = ["Reviews/Packages"],
        ["Alerts"] = ["Data", "Units", "People", "Rollups", "Live", "Messages", "Tipoffs", "Ranking"],
        ["Boards"] = ["Data", "Units", "Periods", "People", "Rollups", "Live", "Messages", "Tipoffs", "Ranking", "Ranking/Leaderboards", "Comparable", "Reviews", "Reviews/Workbooks", "Reviews/Slides", "Alerts"],
        ["Jobs"] = ["Data", "Units", "Periods", "People", "Rollups", "Live", "Messages", "Tipoffs", "Ingest", "Ranking", "Ranking/Leaderboards", "Alerts", "Boards"],
        ["Api"] = ["Data", "Units", "Periods", "People", "Rollups", "Tipoffs", "Ranking", "Ranking/Leaderboards"],
        ["Worlds"] = ["Data", "Units", "People", "Rollups", "Live", "Tipoffs"],
        ["Demo"] = ["Data", "People", "Tipoffs", "Worlds"],
    };

    private static readonly string source = Path.Combine(RepositoryFiles.Root.FullName, "src", "Command");

    [Fact]
    public void A_folder_uses_only_those_it_may()
    {
        var forbidden = Files()
            .SelectMany(file => Used(file).Where(used => used != Folder(file) && !mayUse[Folder(file)].Contains(used)).Select(used => $"{Path.GetRelativePath(source, file)} uses {used}"))
            .Order()
            .ToList();

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Every_folder_is_on_the_map() =>
        Assert.Equal([.. mayUse.Keys.Order()], Files().Select(Folder).Distinct().Order());

    [Fact]
    public void No_folder_is_a_drawer()
    {
        string[] drawers = ["Services", "Helpers", "Utils", "Common", "Models", "Managers", "Extensions", "Shared", "Core"];

        Assert.Empty(Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Intersect(drawers));
    }

    private static IEnumerable<string> Files() => Directory.EnumerateDirectories(source)
        .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj" or "wwwroot" or "Properties"))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal));

    private static string Folder(string file) => Part(Path.GetRelativePath(source, file).Replace(Path.DirectorySeparatorChar, '/'));

    private static IEnumerable<string> Used(string file) =>
        Reference().Matches(File.ReadAllText(file)).Select(m => Part(m.Groups[1].Value.Replace('.', '/'))).Where(mayUse.ContainsKey).Distinct();

    /// <summary>The most exact name on the map: a part of a folder may stand there of its own.</summary>
    private static string Part(string path) =>
        mayUse.Keys.Where(name => (path + '/').StartsWith(name + '/', StringComparison.Ordinal)).MaxBy(name => name.Length) ?? path.Split('/')[0];

    [GeneratedRegex(@"\bCommand\.([A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)*)\b")]
    private static partial Regex Reference();
}
