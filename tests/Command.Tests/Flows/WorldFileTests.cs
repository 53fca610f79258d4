using Command.Data;
using Command.Units;

namespace Command.Tests.Flows;

/// <summary>The worlds that lie in the repository load as they are; what the published ones say is told in <see cref="PublishedFiguresTests"/>.</summary>
public sealed class WorldFileTests
{
    public static TheoryData<string> Files => [.. new[] { "worlds", "units" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root.FullName, "db", folder), "*.json"))
        .Select(file => Path.GetRelativePath(RepositoryFiles.Root.FullName, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_loads_and_hangs_together(string file)
    {
        await using var app = await TestApp.StartAsync(args: ["--world", Path.Combine(RepositoryFiles.Root.FullName, file)]);

        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        var today = LocalTime.DayOf(TimeProvider.System.GetUtcNow());
        Assert.NotEmpty(tree.ChildrenOn(null, today));
        Assert.Empty(tree.FaultsOn(today));
    }
}
