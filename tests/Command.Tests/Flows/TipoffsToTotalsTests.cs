using System.Net.Http.Json;
using System.Text.Json;
using Command.Data;
using Command.People;
using Command.Tipoffs;
using Command.Units;

namespace Command.Tests.Flows;

/// <summary>The figures of Tân Phú, reached by records through the workflow instead of by a document.</summary>
public sealed class TipoffsToTotalsTests
{
    private const int Received = 1_230;
    private const int Valuable = 307;

    [Fact]
    public async Task As_many_records_through_the_workflow_give_the_published_ratio_as_collected()
    {
        // While the district still stands above its wards: it ended in 2025.
        await using var app = await TestApp.StartAsync(
            new HandClock(new DateTimeOffset(2022, 6, 1, 3, 0, 0, TimeSpan.Zero)),
            args: ["--world", Path.Combine(RepositoryFiles.Root.FullName, "db", "worlds", "tan-phu.json"), "--Api:Keys:0=test-key", "--Tipoffs:RecheckShare=0"]);
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        var ward = tree.Find("hiep-tan")!.Id;
        var staff = new Asker(Role.Staff, ward, 1, "an");
        var chief = new Asker(Role.Chief, tree.Find("tan-phu")!.Id, 2, "binh") { MayConfirm = true };
        var desk = app.Get<TipoffDesk>();
        var first = LocalTime.StartOf(new DateOnly(2021, 2, 1));
        for (var i = 0; i < Received; i++)
        {
            var entry = new NewTipoff($"{i}", TipoffSource.Other, ward, TipoffCategory.Theft, first.AddHours(9 * i)) { Words = "tin" };
            var tipoff = await DoneAsync(desk.EnterAsync(entry, staff, CancellationToken.None));
            tipoff = await DoneAsync(desk.TakeStepAsync(tipoff.Number, 1, Step.Take, staff, CancellationToken.None));
            tipoff = await DoneAsync(desk.TakeStepAsync(tipoff.Number, 2, Step.Assess(i < Valuable ? Verdict.Valuable : Verdict.NotValuable, "vì"), staff, CancellationToken.None));
            if (i < Valuable)
                await DoneAsync(desk.TakeStepAsync(tipoff.Number, 3, Step.Confirm(), chief, CancellationToken.None));
        }

        app.Http.DefaultRequestHeaders.Add("X-Api-Key", "test-key");
        var totals = await app.Http.GetFromJsonAsync<JsonElement>("/api/v1/totals?unit=tan-phu&from=2021-02-01&to=2022-05-13");

        var tipoffs = totals.GetProperty("tipoffs");
        Assert.Equal("collected", tipoffs.GetProperty("basis").GetString());
        Assert.Equal((1_230, 307, 0), (Long(tipoffs, "received"), Long(tipoffs, "valuable"), Long(tipoffs, "pending")));
        Assert.Equal(0.2496, tipoffs.GetProperty("ratio").GetDouble());
        Assert.Equal([0.2262, 0.2745], tipoffs.GetProperty("wilson95").EnumerateArray().Select(v => v.GetDouble()));
        Assert.Equal(1_230, tipoffs.GetProperty("sources").GetProperty("declared").GetProperty("received").GetProperty("value").GetDouble());
        Assert.False(tipoffs.GetProperty("sources").GetProperty("collected").GetProperty("internal").GetBoolean());
        Assert.Equal(307, Long(totals.GetProperty("metrics").GetProperty("tipoffs_valuable"), "count"));
        Assert.Empty(await app.Get<TipoffRebuild>().VerifyAsync(new DateOnly(2021, 1, 1), new DateOnly(2023, 1, 1), CancellationToken.None));
    }

    private static long Long(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static async Task<Tipoff> DoneAsync(Task<TipoffResult> step)
    {
        var result = await step;
        Assert.Null(result.Refusal);
        return result.Tipoff!;
    }
}
