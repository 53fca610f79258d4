using Command.Boards.Compare;
using Command.Comparable;
using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Boards.Compare;

public sealed class AnnotationsTests : IAsyncLifetime
{
    private static readonly DateOnly day = new(2026, 2, 3);

    private TestApp app = null!;
    private UnitTree tree = null!;

    public async Task InitializeAsync()
    {
        app = await Reform.StartAsync();
        tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData(Role.Administrator, null, null, true)]
    [InlineData(Role.Commander, "city", "tre", true)]
    [InlineData(Role.Commander, "city", null, false)]
    [InlineData(Role.Commander, "tre", "lan", false)]
    [InlineData(Role.Chief, "tre", "tre", false)]
    [InlineData(Role.Staff, "tre", "tre", false)]
    [InlineData(Role.Analyst, "city", "tre", false)]
    public async Task Commanders_and_administrators_note_what_they_cover_and_the_audit_log_has_it(Role role, string? of, string? about, bool may)
    {
        Assert.Equal(may, await app.Get<Annotations>().MakeAsync(Asker(role, of), Note(about), CancellationToken.None));

        await using var db = await app.OpenAsync();
        Assert.Equal(may ? 1 : 0, await db.Annotations.CountAsync());
        Assert.Equal(may ? 1 : 0, await db.AuditRecords.CountAsync(l => l.Action == "annotation.made" && l.Actor == "lan"));
    }

    [Fact]
    public async Task A_note_that_says_nothing_or_ends_before_it_begins_is_refused()
    {
        var annotations = app.Get<Annotations>();

        Assert.False(await annotations.MakeAsync(TestAskers.Everything, Note(null, text: "  "), CancellationToken.None));
        Assert.False(await annotations.MakeAsync(TestAskers.Everything, Note(null, to: day.AddDays(-1)), CancellationToken.None));
        Assert.False(await annotations.MakeAsync(TestAskers.Everything, Note(null, text: new string('x', 301)), CancellationToken.None));
    }

    [Fact]
    public async Task Those_whom_it_concerns_read_it_and_only_who_may_make_it_removes_it()
    {
        var annotations = app.Get<Annotations>();
        Assert.True(await annotations.MakeAsync(TestAskers.Everything, Note("sen-hong"), CancellationToken.None));
        Assert.True(await annotations.MakeAsync(TestAskers.Everything, Note(null, text: "Mất mạng toàn thành phố"), CancellationToken.None));

        Assert.Equal(2, (await ReadAsync(TestAskers.Everything, "city")).Count);
        Assert.Equal(["Mất mạng toàn thành phố"], (await ReadAsync(Asker(Role.Chief, "tre"), "tre", "sen-hong")).Select(a => a.Text));
        Assert.Equal(2, (await ReadAsync(Asker(Role.Staff, "sen-hong"), "sen-hong")).Count);

        Assert.False(await annotations.RemoveAsync(Asker(Role.Chief, "sen-hong"), 1, CancellationToken.None));
        Assert.False(await annotations.RemoveAsync(Asker(Role.Commander, "city"), 2, CancellationToken.None));
        Assert.True(await annotations.RemoveAsync(Asker(Role.Commander, "city"), 1, CancellationToken.None));
        Assert.False(await annotations.RemoveAsync(Asker(Role.Commander, "city"), 1, CancellationToken.None));
        await using var db = await app.OpenAsync();
        Assert.Equal("""{"Annotation":"Campaign","UnitId":"7","Note":"Ra quân"}""", (await db.AuditRecords.SingleAsync(l => l.Action == "annotation.removed")).Before);
    }

    [Fact]
    public async Task A_note_and_Tet_stand_in_the_table_beside_their_days()
    {
        await app.Get<Annotations>().MakeAsync(TestAskers.Everything, Note("tre"), CancellationToken.None);

        var comparison = await app.Get<CompareQuery>().ReadAsync(
            TestAskers.Everything, new CompareRequest(["tre"], ["2026-02-02..2026-02-17"], Measure.Messages, Step.Day), CancellationToken.None);

        var notes = CompareSheet.Of(comparison, app.Get<ComparePhrases>()).Rows.Select(r => r[^1].Words).ToList();
        Assert.Equal("", notes[0]);
        Assert.Contains("Ra quân", notes[1], StringComparison.Ordinal);
        Assert.NotEqual("", notes[15]);
    }

    private static Annotation About(int? unit, DateOnly to, string text) =>
        new() { From = day, To = to, UnitId = unit, Kind = AnnotationKind.Campaign, Text = text, MadeBy = "" };

    private Annotation Note(string? about, DateOnly? to = null, string text = "Ra quân") => About(about is null ? null : tree.Find(about)!.Id, to ?? day, text);

    private Asker Asker(Role role, string? unit) => new(role, unit is null ? null : tree.Find(unit)!.Id, Name: "lan");

    private Task<IReadOnlyList<Annotation>> ReadAsync(Asker asker, params string[] units) => app.Get<Annotations>().ReadAsync(
        Sight.Of(asker, tree, day), tree, [.. units.Select(u => tree.Find(u)!.Id)], Reform.First, Reform.Last, day, CancellationToken.None);
}
