using Command.Boards.Compare;
using Command.Comparable;
using Command.Data;
using Command.People;
using Command.Units;

namespace Command.Tests.Boards.Compare;

public sealed class PartsTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await Reform.StartAsync();
        await Reform.AddReadingsAsync(app);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Every_number_of_every_measure_is_the_sum_of_its_parts()
    {
        var told = 0;
        foreach (var measure in Measure.All)
        {
            var comparison = await app.Get<CompareQuery>().ReadAsync(
                TestAskers.Everything, new CompareRequest(["sen-hong", "mai-vang", "tre", "city"], [Reform.Period], measure, Step.Week), CancellationToken.None);
            foreach (var line in comparison.Lines)
            {
                // The period, and a week on either side of the reform.
                foreach (var at in new int?[] { null, 2, 3 })
                {
                    await EqualAsync(line, PartsRequest.AddressOf(comparison, line, at), at is { } i ? line.Points[i].Figure : line.Total);
                    if (line.Group is { } group)
                        await EqualAsync(line, PartsRequest.AddressOfGroup(comparison, line, at), at is { } j ? group.Figures[j] : group.Total);
                }
            }

            async Task EqualAsync(ComparedLine line, string? address, Figure? expected)
            {
                var figure = (await ReadAsync(TestAskers.Everything, address!))!.Figure;
                var what = $"{measure.Name} {line.UnitKey} {address}";
                told += expected is null ? 0 : 1;

                // What nobody counted is nothing to the one and unknown to the other only where no page is known at all.
                Assert.True(Near(expected?.Number(measure), figure?.Number(measure)) && Near(expected?.Of, figure?.Of), $"{what}: {expected} but its parts are {figure}");
            }
        }

        Assert.True(told > 150);

        static bool Near(double? a, double? b) => a is null || b is null ? (a ?? 0) == (b ?? 0) : Math.Abs(a.Value - b.Value) < 1e-6;
    }

    [Fact]
    public async Task A_level_that_is_not_whole_is_unknown_in_its_parts_too_and_no_part_of_the_average()
    {
        await Reform.ForgetFollowersAsync(app, "mai");
        var line = (await app.Get<CompareQuery>().ReadAsync(TestAskers.Everything, new CompareRequest(["sen-hong"], [Reform.Period], Measure.Followers, Step.Day), CancellationToken.None)).Lines[0];

        var before = (await ReadAsync(TestAskers.Everything, Address("sen-hong", "followers") + "&days=2026-01-31..2026-01-31&by=Day"))!;
        Assert.Equal((null, 1000.0), (before.Figure?.Value, before.Sum!.Value.Value));
        var group = (await ReadAsync(TestAskers.Everything, Address("sen-hong", "followers") + "&of=group"))!;
        Assert.Equal((line.Group!.Total!.Value.Value, 2, 3), (group.Figure!.Value.Value, group.Known, group.Units));
        Assert.Equal(2 * line.Group.Total.Value.Value, group.Sum!.Value.Value);
    }

    [Fact]
    public async Task Parts_name_pages_with_their_shares_what_stays_beside_and_what_is_not_summed()
    {
        var messages = (await ReadAsync(TestAskers.Everything, Address("sen-hong", "messages")))!.Pieces;
        Assert.Equal(
            [("Công an phường Mai", "Mai", 0.25, PieceStanding.Counted), ("Công an phường Sen", "Sen", 1, PieceStanding.Counted), ("Công an phường Sen Hồng", "Sen", 1, PieceStanding.Counted), ("Công an phường Đào", "Đào", 1.0, PieceStanding.Beside)],
            messages.Select(p => (p.Unit, p.Page!, p.Piece.Share, p.Piece.Standing)));
        Assert.Equal([140, 140, 140], messages.Take(3).Select(p => p.Piece.Counted!.Value.Value));

        var views = (await ReadAsync(TestAskers.Everything, Address("sen-hong", "views")))!.Pieces;
        Assert.Equal([900.0, 200], views.Where(p => p.Piece.Standing == PieceStanding.Unsummed).OrderBy(p => p.Piece.Days.From).Select(p => p.Piece.Own!.Value.Value));
    }

    [Theory]
    [InlineData(Role.Commander, "city", true, true)]
    [InlineData(Role.Staff, "tre", true, true)]
    [InlineData(Role.Analyst, "city", true, false)]
    [InlineData(Role.Chief, "sen-hong", false, false)]
    [InlineData(Role.Staff, "lan", false, false)]
    public async Task Sums_are_for_the_own_subtree_and_records_for_whoever_may_open_them(Role role, string unit, bool seesSums, bool seesRecords)
    {
        await using (var db = await app.OpenAsync())
        {
            var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
            db.Add(new Conversation { PageId = tree.FindPage("tre-zalo")!.Id, Person = [1], LastReplyAt = LocalTime.StartOf(new(2026, 1, 20)).AddHours(8) });
            db.Add(new Conversation { PageId = tree.FindPage("tre-zalo")!.Id, Person = [2], LastReplyAt = LocalTime.StartOf(new(2026, 2, 15)) });
            await db.SaveChangesAsync();
        }

        var visitor = await app.SignInAsync(role, unit);
        var messages = await visitor.ReadAsync(Address("tre", "messages"));
        Assert.Equal(seesSums, messages.Contains("<td class=\"n strong\">560<", StringComparison.Ordinal));
        Assert.Equal(seesRecords ? 1 : 0, messages.Split("href=\"/messages/").Length - 1);
        Assert.Equal(!seesSums, messages.Contains("Không có số này trong phạm vi", StringComparison.Ordinal));
        Assert.Equal(seesRecords, (await visitor.ReadAsync(Address("tre", "tipoffs_received"))).Contains("/tipoffs?of=tre&", StringComparison.Ordinal));
        var group = await visitor.ReadAsync(Address("tre", "messages") + "&of=group");
        Assert.Equal(unit == "city", !group.Contains("Không có số này trong phạm vi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_comparison_leads_from_its_numbers_to_their_parts_unless_they_are_a_peers()
    {
        var city = await (await app.SignInAsync(Role.Commander, "city")).ReadAsync($"/compare?unit=sen-hong&unit=tre&period={Reform.Period}&by=Week");
        var chief = await (await app.SignInAsync(Role.Chief, "tre")).ReadAsync($"/compare?unit=sen-hong&unit=tre&period=2026-02-01..2026-02-14&by=Week");

        Assert.Contains("/compare/parts?unit=sen-hong&period=2026-01-18..2026-02-14&measure=messages&order=2026-02-14&days=2026-01-19..2026-01-25&by=Week", city, StringComparison.Ordinal);
        Assert.Contains("of=group", city, StringComparison.Ordinal);
        Assert.Contains("/compare/parts?unit=tre", chief, StringComparison.Ordinal);
        Assert.DoesNotContain("/compare/parts?unit=sen-hong", chief, StringComparison.Ordinal);
        Assert.DoesNotContain("of=group", chief, StringComparison.Ordinal);
    }

    private static string Address(string unit, string measure) => $"/compare/parts?unit={unit}&period={Reform.Period}&measure={measure}";

    private Task<FigureParts?> ReadAsync(Asker asker, string address)
    {
        var asked = System.Web.HttpUtility.ParseQueryString(address.Split('?')[1]);
        var request = PartsRequest.Read(asked["unit"], asked["period"], asked["measure"], asked["order"], asked["days"], asked["by"], asked["of"], asked["page"]);
        return app.Get<PartsQuery>().ReadAsync(asker, request, CancellationToken.None);
    }
}
