using System.Text.Json.Nodes;
using Command.Data;
using Command.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Worlds;

public sealed class WorldErrorTests : IAsyncLifetime
{
    private readonly WorldFixture fixture = new();

    public Task InitializeAsync() => fixture.InitializeAsync();

    public Task DisposeAsync() => fixture.DisposeAsync();

    /// <summary>Section, index, field, JSON of the value ("-" takes the field away), and the sentence.</summary>
    [Theory]
    [InlineData("units", 1, "kind", "\"wrd\"", "units[1] 'sen': the field 'kind' is 'wrd'; it must be one of city, province, department, district, ward, commune, team, partner.")]
    [InlineData("units", 1, "kind", "3", "units[1] 'sen': the field 'kind' must be a text that is not empty.")]
    [InlineData("units", 1, "name", "-", "units[1] 'sen': the field 'name' is missing.")]
    [InlineData("units", 1, "parnet", "\"x\"", "units[1] 'sen': the field 'parnet' is unknown; is 'parent' meant?")]
    [InlineData("units", 1, "parent", "\"thanhpho\"", "units[1] 'sen': the field 'parent' is 'thanhpho', but no such unit is in the files given or in the database; near are thanh-pho.")]
    [InlineData("units", 1, "parent", "\"sen\"", "units[1] 'sen': the field 'parent' names the unit itself.")]
    [InlineData("units", 1, "from", "\"01/02/2020\"", "units[1] 'sen': the field 'from' is '01/02/2020'; it must be a day such as 2022-05-13.")]
    [InlineData("units", 2, "to", "\"2019-12-31\"", "units[2] 'mai': the field 'to' lies before 'from'; it is the last day, inclusive.")]
    [InlineData("units", 2, "key", "\"sen\"", "units[2] 'sen': a unit with this key and 'from' stands already at units[1] 'sen'; one of the two must go.", "successions")]
    [InlineData("units", 1, "residents", "[{\"from\": \"2020-01-01\", \"count\": -1}]", "units[1] 'sen', residents[0]: the field 'count' is -1; it must not be negative.")]
    [InlineData("units", 1, "residents", "[{\"from\": \"2020-01-01\", \"count\": 1.5}]", "units[1] 'sen', residents[0]: the field 'count' must be a whole number.")]
    [InlineData("units", 1, "residents", "[{\"from\": \"2020-01-01\", \"count\": 1}, {\"from\": \"2020-01-01\", \"count\": 2}]", "units[1] 'sen': residents from 2020-01-01 stand already at units[1] 'sen'; one of the two must go.")]
    [InlineData("units", 1, "residents", "{}", "units[1] 'sen': the field 'residents' must be an array: [ … ].")]
    [InlineData("successions", 0, "to", "\"nobody\"", "successions[0] 'mai': the field 'to' is 'nobody', but no such unit is in the files given or in the database.")]
    [InlineData("successions", 0, "to", "\"mai\"", "successions[0] 'mai': a unit cannot succeed itself; 'from' and 'to' must differ.")]
    [InlineData("successions", 0, "share", "0.4", "successions[0] 'mai': the shares of 'mai' on 2025-07-01 sum to 0.4; they must sum to 1.")]
    [InlineData("successions", 0, "share", "1.2", "successions[0] 'mai': the field 'share' is 1.2; it must be at most 1.")]
    [InlineData("pages", 0, "unit", "\"senn\"", "pages[0] 'sen-zalo': the field 'unit' is 'senn', but no such unit is in the files given or in the database; near are sen.")]
    [InlineData("pages", 0, "platform", "\"tiktok\"", "pages[0] 'sen-zalo': the field 'platform' is 'tiktok'; it must be one of zalo, facebook, youtube, zalo-groups.")]
    [InlineData("pages", 0, "from", "-", "pages[0] 'sen-zalo': the field 'from' is missing.")]
    [InlineData("readings", 0, "metric", "\"follower\"", "readings[0] 'follower': the field 'metric' is 'follower', which is not a metric; near are followers, follows, follower_growth.")]
    [InlineData("readings", 0, "metric", "\"pages\"", "readings[0] 'pages': the metric 'pages' must have the source 'declared': only documents give it.")]
    [InlineData("readings", 0, "unit", "\"sen\"", "readings[0] 'followers': a reading has either 'page' or 'unit', exactly one of them.")]
    [InlineData("readings", 0, "page", "-", "readings[0] 'followers': a reading has either 'page' or 'unit', exactly one of them.")]
    [InlineData("readings", 0, "page", "\"mai-zalo\"", "readings[0] 'followers': the field 'page' is 'mai-zalo', but no such page is in the files given or in the database.")]
    [InlineData("readings", 0, "from", "\"2021-01-01\"", "readings[0] 'followers': a reading has either 'at', or 'from' and 'to'.")]
    [InlineData("readings", 0, "at", "-", "readings[0] 'followers': a reading has either 'at', or 'from' and 'to'.")]
    [InlineData("readings", 0, "at", "\"-2w\"", "readings[0] 'followers': the field 'at' is '-2w'; it must be a time such as " + WorldTime.Forms + ".")]
    [InlineData("readings", 0, "at", "\"2021-02-30\"", "readings[0] 'followers': the field 'at' is '2021-02-30'; it must be a time such as " + WorldTime.Forms + ".")]
    [InlineData("readings", 0, "value", "-1", "readings[0] 'followers': the field 'value' is -1; it must not be negative.")]
    [InlineData("readings", 0, "value", "\"10\"", "readings[0] 'followers': the field 'value' must be a number.")]
    [InlineData("readings", 0, "document", "\"x\"", "readings[0] 'followers': only a reading with the source 'declared' has a 'document'.")]
    [InlineData("readings", 1, "source", "\"api\"", "readings[1] 'tipoffs_received': a reading of a unit must have the source 'declared': platforms only tell of pages.")]
    [InlineData("readings", 1, "to", "\"2020-12-31\"", "readings[1] 'tipoffs_received': the field 'to' lies before 'from'; it is the last day, inclusive.")]
    [InlineData("readings", 1, "precision", "\"hơn\"", "readings[1] 'tipoffs_received': the field 'precision' is 'hơn'; it must be one of exact, about, atLeast, atMost.")]
    [InlineData("tipoffs", 0, "state", "\"done\"", "tipoffs[0] 'sen': the field 'state' is 'done'; it must be one of pending, valuable, not-valuable, false, duplicate, spam.")]
    [InlineData("tipoffs", 0, "receivedAt", "-", "tipoffs[0] 'sen': the field 'receivedAt' is missing.")]
    [InlineData("users", 0, "name", "\"System\"", "users[0] 'System': the field 'name' is 'System'; a name has letters, digits and signs that are seen, and is neither 'system' nor '?'.")]
    [InlineData("users", 0, "role", "\"boss\"", "users[0] 'an': the field 'role' is 'boss'; it must be one of commander, chief, staff, analyst, administrator.")]
    [InlineData("users", 0, "unit", "\"nobody\"", "users[0] 'an': the field 'unit' is 'nobody', but no such unit is in the files given or in the database.")]
    public async Task What_is_wrong_is_told_with_its_place_and_nothing_is_loaded(string section, int index, string field, string value, string sentence, string without = "")
    {
        var world = WorldFixture.Valid();
        world.Remove(without);
        var entry = world[section]![index]!.AsObject();
        entry.Remove(field);
        if (value != "-")
            entry.Add(field, JsonNode.Parse(value));

        var errors = await fixture.ErrorsOf(world);

        var expected = "test.json: " + sentence;
        Assert.Contains(expected.EndsWith('?') ? expected + "." : expected, errors);
        await using var db = fixture.Database.CreateDbContext();
        Assert.False(await db.Units.AnyAsync() || await db.WorldLoads.AnyAsync() || await db.Secrets.AnyAsync(s => s.Name != ProtectedKeys.Audit));
    }

    [Fact]
    public async Task Every_error_is_told_at_once_and_twenty_at_most()
    {
        var world = WorldFixture.Valid();
        world["units"]![0]!["kind"] = "x";
        world["pages"]![0]!["platform"] = "y";
        world["pages"]![0]!["name"] = "";
        world["stuff"] = new JsonArray();
        Assert.Equal(4, (await fixture.ErrorsOf(world)).Count);

        world["readings"] = new JsonArray([.. Enumerable.Range(0, 30).Select(_ => new JsonObject())]);
        var errors = await fixture.ErrorsOf(world);
        Assert.Equal(21, errors.Count);
        Assert.EndsWith("more errors are not listed.", errors[^1]);
    }

    [Theory]
    [InlineData("[]", "a world must be an object")]
    [InlineData("{\"units\": [}", "line 1, column 12: this is not well-formed JSON")]
    [InlineData("{\"units\": [], \"units\": []}", "names one field twice")]
    [InlineData("{\"units\": [3]}", "units[0]: must be an object")]
    [InlineData("{\"channels\": {\"zalo\": {\"oaSecretKeys\": {\"77\": \"\"}}}}", "channels.zalo: the field 'appId' is missing")]
    [InlineData("{\"channels\": {\"telegram\": {}}}", "channels: the field 'telegram' is unknown; known are zalo, facebook")]
    public async Task A_file_of_another_shape_is_told(string json, string part)
    {
        var errors = await Assert.ThrowsAsync<WorldException>(() => fixture.LoadAsync(fixture.Write(json)));
        Assert.Contains(errors.Sentences, s => s.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_not_there_stops_the_others_too()
    {
        var valid = fixture.Write(WorldFixture.Valid().ToJsonString());
        var errors = await Assert.ThrowsAsync<WorldException>(() => fixture.LoadAsync(valid, "/nowhere/lost.json"));

        Assert.Equal(["lost.json: there is no file at /nowhere/lost.json."], errors.Sentences);
        await using var db = fixture.Database.CreateDbContext();
        Assert.False(await db.Units.AnyAsync());
    }

    [Fact]
    public async Task Unknown_shares_may_stand_beside_known_ones_that_do_not_exceed_the_whole()
    {
        var world = WorldFixture.Valid();
        world["successions"] = JsonNode.Parse("""[{"from": "mai", "to": "sen", "on": "2025-07-01", "share": 0.7}, {"from": "mai", "to": "thanh-pho", "on": "2025-07-01"}]""");
        await fixture.LoadAsync(world);

        world["successions"]!.AsArray().Add(JsonNode.Parse("""{"from": "mai", "to": "them", "on": "2025-07-01", "share": 0.7}"""));
        world["units"]!.AsArray().Add(JsonNode.Parse("""{"key": "them", "code": "9", "name": "Thêm", "kind": "ward"}"""));
        Assert.Equal(["test.json: successions[0] 'mai': the shares of 'mai' on 2025-07-01 sum to 1.4; they must not exceed 1."], await fixture.ErrorsOf(world));
    }

    [Fact]
    public async Task One_page_is_one_key_and_one_id_of_its_platform()
    {
        var world = WorldFixture.Valid();
        var pages = world["pages"]!.AsArray();
        pages.Add(JsonNode.Parse("""{"key": "sen-zalo", "unit": "mai", "platform": "zalo", "externalId": "78", "name": "Sen", "from": "2022-01-01"}"""));
        pages.Add(JsonNode.Parse("""{"key": "mai-zalo", "unit": "mai", "platform": "zalo", "externalId": "77", "name": "Mai", "from": "2022-01-01"}"""));

        Assert.Equal(
            [
                "test.json: pages[1] 'sen-zalo': 'platform' and 'externalId' must be the same as at pages[0] 'sen-zalo': a page keeps them when its owner changes.",
                "test.json: pages[2] 'mai-zalo': the field 'externalId' is '77', which is registered as the page 'sen-zalo' already.",
            ],
            await fixture.ErrorsOf(world));
    }

    [Fact]
    public async Task Files_may_describe_the_same_unit_alike_and_not_otherwise()
    {
        var first = fixture.Write(WorldFixture.Valid().ToJsonString(), "first.json");
        var world = WorldFixture.Valid();
        world["units"]![0]!["name"] = "Another name";
        var second = fixture.Write(world.ToJsonString(), "second.json");

        var errors = await Assert.ThrowsAsync<WorldException>(() => fixture.LoadAsync(first, second));
        Assert.Equal(
            ["second.json: units[0] 'thanh-pho': a unit with this key and 'from' stands differently in first.json, units[0] 'thanh-pho'; both must say the same."],
            errors.Sentences);
        await fixture.LoadAsync(first, fixture.Write(WorldFixture.Valid().ToJsonString(), "third.json"));
    }

    [Fact]
    public void The_flag_may_stand_several_times_and_needs_a_file()
    {
        Assert.Equal(["a.json", "b.json"], WorldArguments.Files(["--demo", "--world", "a.json", "--urls", "x", "--world=b.json"]));
        Assert.Throws<WorldException>(() => WorldArguments.Files(["--world"]));
        Assert.Throws<WorldException>(() => WorldArguments.Files(["--world", "--demo"]));
    }
}
