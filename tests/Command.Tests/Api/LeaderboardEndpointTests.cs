using System.Text.Json.Nodes;
using Command.Api;
using Command.Data;
using Command.Tests.Ranking.Leaderboards;
using Command.Tipoffs;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Api;

public sealed class LeaderboardEndpointTests
{
    [Fact]
    public async Task A_script_reads_rows_ranges_and_bands_with_the_reasons_of_those_apart()
    {
        await using var wards = await Wards.BusyAsync();

        var answer = await ReadAsync(wards, "?group=wards&period=2026-02&metric=valuable_ratio");

        Assert.Equal(["group", "period", "metric", "from", "to", "status", "weightsVersion", "rows", "notRanked"], answer.Select(p => p.Key));
        Assert.Equal(("wards", "2026-02", "provisional", 1), ((string)answer["group"]!, (string)answer["period"]!, (string)answer["status"]!, (int)answer["weightsVersion"]!));
        var rows = answer["rows"]!.AsArray();
        Assert.Equal(["sen", "mai", "cuc", "lan", "dao"], rows.Select(r => (string)r!["unit"]!));
        var sen = rows[0]!;
        Assert.Equal((12.0, 0.75), ((double)sen["n"]!, (double)sen["value"]!));
        Assert.True((double)sen["score"]! is > 0.5 and < 0.75);
        Assert.Equal(2, sen["interval"]!.AsArray().Count);
        Assert.Equal(1, (int)sen["range"]![0]!);
        Assert.Equal(1, (int)sen["band"]!);
        Assert.True((bool)sen["hatched"]!);
        Assert.Equal(("tre", "tooFew"), ((string)answer["notRanked"]![0]!["unit"]!, (string)answer["notRanked"]![0]!["reason"]!));
        Assert.Equal("current", (string)(await ReadAsync(wards, "?group=wards&period=2026-03&metric=composite"))["status"]!);
    }

    [Fact]
    public async Task A_sealed_period_is_read_as_it_was_reported()
    {
        await using var wards = await Wards.BusyAsync();
        wards.Clock.Now += TimeSpan.FromDays(30);
        Assert.Null(await wards.SealAsync("valuable_ratio", null));
        var reported = (await ReadAsync(wards, "?group=wards&period=2026-02&metric=valuable_ratio"))["rows"]!.ToJsonString();
        await using (var db = await wards.App.OpenAsync())
        {
            var confirmed = await db.Tipoffs.AsNoTracking().FirstAsync(t => t.ConfirmedAt != null);
            await wards.DoAsync(confirmed, Step.Return("xem lại"), await wards.CommanderAsync());
        }

        var answer = await ReadAsync(wards, "?group=wards&period=2026-02&metric=valuable_ratio");

        Assert.Equal("sealed", (string)answer["status"]!);
        Assert.Equal(reported, answer["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task What_cannot_be_answered_is_told_in_a_sentence()
    {
        await using var wards = await Wards.StartAsync();
        (string Query, int Status, string Part)[] wrong =
        [
            ("", 400, "'group' is missing"),
            ("?group=wards", 400, "'period' is missing"),
            ("?group=wards&period=2026-02", 400, "'metric' is missing"),
            ("?group=wards&period=2026-02&metric=beauty", 400, "'metric' is 'beauty'"),
            ("?group=wards&period=2026-13&metric=composite", 400, "'period' is '2026-13'"),
            ("?group=wards&period=1900-01-01..2026-01-01&metric=composite", 400, "at most ten years"),
            ("?group=nobody&period=2026-02&metric=composite", 404, "'nobody'"),
        ];
        foreach (var (query, status, part) in wrong)
            await AssertProblemAsync(wards, query, Wards.Key, status, part);
        await AssertProblemAsync(wards, "?group=wards&period=2026-02&metric=composite", "wrong", 401, "not known");

        var team = await wards.App.SignInAsync(Role.Chief, "doi-1");
        using var refused = await team.GetAsync("/api/v1/leaderboard?group=wards&period=2026-02&metric=composite");
        Assert.Equal(403, (int)refused.StatusCode);
    }

    [Fact]
    public async Task The_document_describes_the_call()
    {
        await using var wards = await Wards.StartAsync();

        var document = JsonNode.Parse(await (await wards.App.SignInAsync()).ReadAsync("/openapi/v1.json"))!;

        var call = document["paths"]!["/api/v1/leaderboard"]!["get"]!;
        Assert.Equal(["200", "400", "401", "403", "404"], call["responses"]!.AsObject().Select(r => r.Key));
        Assert.Equal(["group", "period", "metric"], call["parameters"]!.AsArray().Select(p => (string)p!["name"]!));
    }

    private static async Task<HttpResponseMessage> AskAsync(Wards wards, string query, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/leaderboard" + query);
        request.Headers.Add(ApiKeys.Header, key);
        return await wards.App.Http.SendAsync(request);
    }

    private static async Task<JsonObject> ReadAsync(Wards wards, string query)
    {
        using var answer = await AskAsync(wards, query, Wards.Key);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }

    private static async Task AssertProblemAsync(Wards wards, string query, string key, int status, string part)
    {
        using var answer = await AskAsync(wards, query, key);
        Assert.Equal((query, status), (query, (int)answer.StatusCode));
        Assert.Contains(part, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }
}
