using Bunit;
using Command.Boards.Leaderboards;
using Command.Data;
using Command.People;
using Command.Periods;
using Command.Ranking;
using Command.Ranking.Leaderboards;
using Command.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Boards.Leaderboards;

public sealed class SealPanelTests
{
    [Fact]
    public void What_one_correction_moved_among_thousands_is_told_in_a_few_lines_the_corrected_unit_first()
    {
        const int Units = 3_000;
        const int Moved = 80;
        using var screen = new Screen();
        screen.Services.AddSingleton<LeaderboardPhrases>();
        screen.Services.AddSingleton(LeaderboardRules.Default);
        var rows = Enumerable.Range(0, Units).Select(i => Row(i, 0)).ToList();
        var restated = Enumerable.Range(0, Units).ToDictionary(i => $"u{i}", i => (LeaderboardRow?)(i < Moved ? Row(i, 1) : Row(i, 0) with { Score = 0.5 + 1e-7 }));
        var february = Period.Between(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28));
        var sealedAt = new DateTimeOffset(2026, 3, 22, 8, 0, 0, TimeSpan.FromHours(7));
        var view = new LeaderboardView(
            new LeaderboardAsk("all", february, LeaderboardMetric.ValuableRatio, new WeightSet(1, [])),
            LeaderboardStatus.Sealed,
            new Leaderboard(LeaderboardMetric.ValuableRatio, rows, [], null),
            null,
            Units,
            0,
            null,
            UnitTree.Of([], [], [], []),
            february.To,
            sealedAt,
            new SealedView(1, sealedAt, "khanh", true, [], restated, []));

        var panel = screen.Render<SealPanel>(p => p
            .Add(s => s.View, view)
            .Add(s => s.Asker, new Asker(Role.Analyst, null))
            .Add(s => s.Trail, [new Correction("u70", CorrectionKind.LateReply, sealedAt.AddDays(1))]));

        var lines = panel.FindAll(".restated tbody tr");
        Assert.Equal(50, lines.Count);
        Assert.StartsWith("u70", lines[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Trả lời đến muộn", panel.Find(".corrections").TextContent, StringComparison.Ordinal);
        var notes = panel.FindAll(".note").Select(n => n.TextContent).ToList();
        Assert.Contains("Và 30 đơn vị nữa.", notes);
        Assert.Contains("2.920 đơn vị chỉ đổi rất ít, theo mức chung của cụm.", notes);
        Assert.Contains(notes, n => n.StartsWith("Không có điều chỉnh riêng", StringComparison.Ordinal) && n.Contains("u0; u1;", StringComparison.Ordinal) && !n.Contains("u70", StringComparison.Ordinal));

        static LeaderboardRow Row(int i, int later) => new($"u{i}", 10, 5, 10, 0.5, 0.5, null, new Place(0.5, i + 1, i + 1, i + 4 + later, 0, 1));
    }
}
