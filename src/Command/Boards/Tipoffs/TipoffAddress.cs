using System.Globalization;
using Command.Data;
using Command.Tipoffs;

namespace Command.Boards.Tipoffs;

/// <summary>The list's filter as the page's address carries it; what makes no sense is left out.</summary>
public static class TipoffAddress
{
    public static TipoffFilter Read(
        string? unit, string? state, string? category, string? urgency, string? source, string? overdue, string? from, string? to, string? page) => new()
        {
            UnitKey = string.IsNullOrEmpty(unit) ? null : unit,
            Show = Word<TipoffShow>(state) ?? TipoffShow.Waiting,
            Category = Word<TipoffCategory>(category),
            Urgency = Word<Urgency>(urgency),
            Source = Word<TipoffSource>(source),
            IsOverdue = overdue == "1",
            From = Day(from),
            To = Day(to),
            Page = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : 1,
        };

    /// <summary>The address of a list; only what differs from its beginning stands in it.</summary>
    public static string Write(TipoffFilter filter)
    {
        (string Name, string? Value)[] parts =
        [
            ("unit", filter.UnitKey),
            ("state", filter.Show == TipoffShow.Waiting ? null : filter.Show.ToString()),
            ("category", filter.Category?.ToString()),
            ("urgency", filter.Urgency?.ToString()),
            ("source", filter.Source?.ToString()),
            ("overdue", filter.IsOverdue ? "1" : null),
            ("from", Write(filter.From)),
            ("to", Write(filter.To)),
            ("page", filter.Page == 1 ? null : filter.Page.ToString(CultureInfo.InvariantCulture)),
        ];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "/tipoffs" : $"/tipoffs?{query}";
    }

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;

    public static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static T? Word<T>(string? text)
        where T : struct, Enum =>
        // Numbers and lists would be parsed too, whatever they stand for.
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
