using System.Text.Json;
using Command.Data;
using Command.Rollups;
using Command.Tipoffs;

namespace Command.Worlds;

/// <summary>Reads the text of one world file. Pure; references between entries are judged by <see cref="WorldCheck"/>.</summary>
public static class WorldReader
{
    private static readonly JsonDocumentOptions strict = new() { AllowDuplicateProperties = false };
    private static readonly Dictionary<string, Metric> metrics = Metric.All.ToDictionary(m => m.Name, StringComparer.Ordinal);

    public static World Read(string name, ReadOnlyMemory<byte> json, WorldErrors errors)
    {
        var world = new World(name);
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(json), strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                ReadSections(world, new WorldFields(document.RootElement, "", errors));
            else
                errors.Add("", "a world must be an object with sections: { \"units\": […], … }");
        }
        catch (JsonException broken)
        {
            var place = broken.LineNumber is { } line ? $"line {line + 1}, column {broken.BytePositionInLine + 1}" : "";
            errors.Add(place, "this is not well-formed JSON, or names one field twice: " + broken.Message.Split(" LineNumber:")[0].TrimEnd('.'));
        }

        return world;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json;

    private static void ReadSections(World world, WorldFields file)
    {
        foreach (var unit in file.Items("units", Place("units", "key")))
            Keep(unit, ReadUnit(unit, world), world.Units);
        foreach (var succession in file.Items("successions", Place("successions", "from")))
            Keep(succession, ReadSuccession(succession), world.Successions);
        foreach (var page in file.Items("pages", Place("pages", "key")))
            Keep(page, ReadPage(page, world), world.Pages);
        if (file.OptionalObject("channels") is { } channels)
            ReadChannels(channels, world.Secrets);
        foreach (var reading in file.Items("readings", Place("readings", "metric")))
            Keep(reading, ReadReading(reading), world.Readings);
        foreach (var tipoff in file.Items("tipoffs", Place("tipoffs", "unit")))
            Keep(tipoff, ReadTipoff(tipoff), world.Tipoffs);
        foreach (var user in file.Items("users", Place("users", "name")))
            Keep(user, ReadUser(user), world.Users);
        file.NothingElse();
    }

    private static UnitEntry ReadUnit(WorldFields unit, World world)
    {
        var entry = new UnitEntry(
            unit.Place,
            unit.Text("key", 100),
            unit.Text("code", 50),
            unit.Text("name", 300),
            unit.Word("kind", WorldWords.Kinds),
            unit.OptionalText("parent"),
            unit.OptionalText("peerGroup", 100),
            unit.OptionalDay("from") ?? DateOnly.MinValue,
            unit.OptionalDay("to"),
            [.. unit.Items("residents", (index, _) => $"{unit.Place}, residents[{index}]").Select(ReadResidents)]);
        world.UnitKeys.Add(entry.Key);
        Ordered(unit, entry.From, entry.To);
        return entry;
    }

    private static ResidentsEntry ReadResidents(WorldFields residents)
    {
        var entry = new ResidentsEntry(residents.Day("from"), residents.Whole("count"));
        residents.NothingElse();
        return entry;
    }

    private static SuccessionEntry ReadSuccession(WorldFields succession) => new(
        succession.Place, succession.Text("from"), succession.Text("to"), succession.Day("on"), succession.OptionalNumber("share", max: 1));

    private static PageEntry ReadPage(WorldFields page, World world)
    {
        var entry = new PageEntry(
            page.Place,
            page.Text("key", 100),
            page.Text("unit"),
            page.Word("platform", WorldWords.Platforms),
            page.Text("externalId", 100),
            page.Text("name", 300),
            page.Day("from"),
            page.OptionalDay("to"));
        world.PageKeys.Add(entry.Key);
        Ordered(page, entry.From, entry.To);
        return entry;
    }

    private static void ReadChannels(WorldFields channels, List<SecretEntry> secrets)
    {
        if (channels.OptionalObject("zalo") is { } zalo)
        {
            secrets.Add(new SecretEntry($"{zalo.Place}.appId", ChannelSecrets.ZaloApp, zalo.Text("appId")));
            if (zalo.OptionalObject("oaSecretKeys") is { } keys)
                secrets.AddRange(keys.Texts().Select(k => new SecretEntry($"{keys.Place}.{k.Name}", ChannelSecrets.ZaloOa + k.Name, k.Value)));
            zalo.NothingElse();
        }

        if (channels.OptionalObject("facebook") is { } facebook)
        {
            secrets.Add(new SecretEntry($"{facebook.Place}.appSecret", ChannelSecrets.FacebookApp, facebook.Text("appSecret")));
            secrets.Add(new SecretEntry($"{facebook.Place}.verifyToken", ChannelSecrets.FacebookVerify, facebook.Text("verifyToken")));
            facebook.NothingElse();
        }

        channels.NothingElse();
    }

    private static ReadingEntry? ReadReading(WorldFields reading)
    {
        var entry = new ReadingEntry(
            reading.Place,
            reading.OptionalText("page"),
            reading.OptionalText("unit"),
            ReadMetric(reading)!,
            reading.OptionalTime("at"),
            reading.OptionalWorldDay("from"),
            reading.OptionalWorldDay("to"),
            reading.Number("value"),
            reading.Word("source", WorldWords.Sources),
            reading.OptionalWord("precision", WorldWords.Precisions),
            reading.OptionalText("document", 500));
        if (reading.Broken)
            return entry;

        if (entry.Page is null == entry.Unit is null)
            reading.Fault("a reading has either 'page' or 'unit', exactly one of them");
        if (entry.From is null != entry.To is null || entry.At is null == entry.From is null)
            reading.Fault("a reading has either 'at', or 'from' and 'to'");
        else if (entry.From is { } from && entry.To is { } to && IsBefore(to, from))
            reading.Fault("the field 'to' lies before 'from'; it is the last day, inclusive");
        if (entry.Source != ReadingSource.Declared && entry.Unit is not null)
            reading.Fault("a reading of a unit must have the source 'declared': platforms only tell of pages");
        if (entry.Source != ReadingSource.Declared && entry.Metric.IsQuoted)
            reading.Fault($"the metric '{entry.Metric.Name}' must have the source 'declared': only documents give it");
        if (entry.Source != ReadingSource.Declared && entry.Document is not null)
            reading.Fault("only a reading with the source 'declared' has a 'document'");
        return entry;
    }

    private static Metric? ReadMetric(WorldFields reading)
    {
        var name = reading.Text("metric");
        if (name.Length == 0)
            return null;
        if (metrics.TryGetValue(name, out var metric))
            return metric;
        var near = NearNames.Of(name, metrics.Keys);
        reading.Fault($"the field 'metric' is '{name}', which is not a metric; " + (near.Count > 0 ? $"near are {string.Join(", ", near)}" : $"known are {string.Join(", ", metrics.Keys)}"));
        return null;
    }

    private static TipoffEntry ReadTipoff(WorldFields tipoff) => new(
        tipoff.Place,
        tipoff.Text("unit"),
        tipoff.OptionalText("page"),
        tipoff.Time("receivedAt"),
        tipoff.Word("category", WorldWords.Categories),
        tipoff.Word("state", WorldWords.States),
        tipoff.OptionalWord("outcome", WorldWords.Outcomes) is var outcome and not 0 ? outcome : null)
    {
        Source = tipoff.OptionalWord("source", WorldWords.TipoffSources) is var source and not 0 ? source : null,
        Urgency = tipoff.OptionalWord("urgency", WorldWords.Urgencies) is var urgency and not 0 ? urgency : Urgency.Normal,
        Words = tipoff.OptionalText("words", EntryRules.MostWordsCharacters),
        Scene = tipoff.OptionalText("place", EntryRules.MostPlaceCharacters),
    };

    private static UserEntry ReadUser(WorldFields user) => new(
        user.Place, user.Text("name", 100), user.OptionalText("password"), user.Word("role", WorldWords.Roles), user.Text("unit"),
        user.OptionalText("displayName", 100), user.Flag("mayConfirm"));

    private static void Keep<T>(WorldFields fields, T? entry, List<T> entries)
    {
        fields.NothingElse();
        if (entry is not null && !fields.Broken)
            entries.Add(entry);
    }

    private static void Ordered(WorldFields fields, DateOnly from, DateOnly? to)
    {
        if (!fields.Broken && to < from)
            fields.Fault("the field 'to' lies before 'from'; it is the last day, inclusive");
    }

    private static bool IsBefore(WorldDay a, WorldDay b) => (a.Day, b.Day) switch
    {
        ({ } dayA, { } dayB) => dayA < dayB,
        (null, null) => a.Before > b.Before,
        _ => false,
    };

    private static Func<int, JsonElement, string> Place(string section, string named) => (index, item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(named, out var value) && value.ValueKind == JsonValueKind.String
            ? $"{section}[{index}] '{value.GetString()}'"
            : $"{section}[{index}]";
}
