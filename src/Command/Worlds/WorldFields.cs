using System.Globalization;
using System.Text.Json;

namespace Command.Worlds;

/// <summary>
/// The fields of one JSON object. Each is asked for once; what is wrong with it is remembered and the next one read,
/// so that a file is mended in one go rather than error by error.
/// </summary>
internal sealed class WorldFields(JsonElement element, string place, WorldErrors errors)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string Place => place;

    /// <summary>Something about this object was wrong: no entry is made of it.</summary>
    public bool Broken { get; private set; }

    public void Fault(string sentence)
    {
        Broken = true;
        errors.Add(place, sentence);
    }

    public string? OptionalText(string name, int maxLength = int.MaxValue) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when value.GetString() is { Length: > 0 } text =>
            text.Length <= maxLength ? text : Wrong<string>(name, $"has {text.Length} characters; at most {maxLength} are kept"),
        _ => Wrong<string>(name, "must be a text that is not empty"),
    };

    public string Text(string name, int maxLength = int.MaxValue) => OptionalText(name, maxLength) ?? Missing(name, "");

    public T? OptionalWord<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : notnull
    {
        if (OptionalText(name) is not { } word)
            return default;
        return words.TryGetValue(word, out var meaning) ? meaning : Wrong<T>(name, $"is '{word}'; it must be one of {string.Join(", ", words.Keys)}");
    }

    public T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : notnull
    {
        var word = OptionalWord(name, words);
        return Find(name) is null ? Missing(name, word) : word;
    }

    public bool Flag(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => Wrong<bool>(name, "must be true or false"),
    };

    public DateOnly? OptionalDay(string name) => OptionalText(name) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => Wrong<DateOnly?>(name, $"is '{text}'; it must be a day such as 2022-05-13"),
    };

    public DateOnly Day(string name) => OptionalDay(name) ?? Missing(name, default(DateOnly));

    public WorldDay? OptionalWorldDay(string name) => OptionalText(name) is { } text
        ? WorldDay.Parse(text) ?? Wrong<WorldDay?>(name, $"is '{text}'; it must be a day such as {WorldDay.Forms}")
        : null;

    public WorldTime? OptionalTime(string name) => OptionalText(name) is { } text
        ? WorldTime.Parse(text) ?? Wrong<WorldTime?>(name, $"is '{text}'; it must be a time such as {WorldTime.Forms}")
        : null;

    public WorldTime Time(string name) => OptionalTime(name) ?? Missing(name, default(WorldTime));

    public double? OptionalNumber(string name, double max = double.MaxValue) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var number) && double.IsFinite(number) =>
            number < 0 ? Wrong<double?>(name, $"is {value.GetRawText()}; it must not be negative")
            : number > max ? Wrong<double?>(name, $"is {value.GetRawText()}; it must be at most {max.ToString(CultureInfo.InvariantCulture)}")
            : number,
        _ => Wrong<double?>(name, "must be a number"),
    };

    public double Number(string name) => OptionalNumber(name) ?? Missing(name, 0d);

    public long Whole(string name)
    {
        var number = Number(name);
        return Math.Floor(number) == number && number < long.MaxValue ? (long)number : Wrong<long>(name, "must be a whole number");
    }

    /// <summary>The objects of an array; none when the field is absent.</summary>
    public IEnumerable<WorldFields> Items(string name, Func<int, JsonElement, string> placeOf)
    {
        if (Find(name) is not { } array)
            yield break;
        if (array.ValueKind != JsonValueKind.Array)
        {
            Wrong<int>(name, "must be an array: [ … ]");
            yield break;
        }

        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            var itemPlace = placeOf(index++, item);
            if (item.ValueKind == JsonValueKind.Object)
                yield return new WorldFields(item, itemPlace, errors);
            else
                errors.Add(itemPlace, "must be an object: { … }");
        }
    }

    public WorldFields? OptionalObject(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new WorldFields(value, place.Length == 0 ? name : $"{place}.{name}", errors);
        return Wrong<WorldFields>(name, "must be an object: { … }");
    }

    /// <summary>Every field of an object whose names are data; its own values are texts.</summary>
    public IEnumerable<(string Name, string Value)> Texts()
    {
        foreach (var field in element.EnumerateObject())
            yield return (field.Name, Text(field.Name));
    }

    /// <summary>To be called last: what was not asked for is unknown.</summary>
    public void NothingElse()
    {
        foreach (var field in element.EnumerateObject().Where(f => !asked.Contains(f.Name)))
        {
            var near = NearNames.Of(field.Name, asked);
            Fault($"the field '{field.Name}' is unknown; " + (near.Count > 0 ? $"is '{near[0]}' meant?" : $"known are {string.Join(", ", asked)}"));
        }
    }

    private JsonElement? Find(string name)
    {
        asked.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>A value that is there and wrong was told already.</summary>
    private T Missing<T>(string name, T instead)
    {
        if (Find(name) is null)
            Fault($"the field '{name}' is missing");
        return instead;
    }

    private T? Wrong<T>(string name, string sentence)
    {
        Fault($"the field '{name}' {sentence}");
        return default;
    }
}
