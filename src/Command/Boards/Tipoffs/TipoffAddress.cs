using System.Globalization;
using Command.Data;
using Command.Tipoffs;

namespace Command.Boards.Tipoffs;

/// <summary>The list's filter as the page's address carries it; what makes no sense is left out.</summary>
public static class TipoffAddress
{
    public static TipoffFilter Read(
        string? unit, string? state, string? category, string? urgency, string? source, string? overdue, string? from, string? to, string? page,
        string? of = null, string? on = null, string? platform = null) => new()
        {
            UnitKey = string.IsNullOrEmpty(unit) ? null : unit,
            CreditedUnitKey = string.IsNullOrEmpty(of) ? null : of,
            PageKey = string.IsNullOrEmpty(on) ? null : on,
            Platform = Word<Platform>(platform),
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
            ("of", filter.CreditedUnitKey),
            ("on", filter.PageKey),
            ("platform", filter.Platform?.ToString()),
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

    /// <summary>The part of a list that one line of a breakdown counts.</summary>
    /// <param name="within">With its days.</param>
    public static TipoffFilter Of(TipoffFilter within, TipoffDimension dimension, string key) => dimension switch
    {
        TipoffDimension.Unit => within with { CreditedUnitKey = key },
        TipoffDimension.Page => within with { PageKey = key.Length == 0 ? TipoffFilter.NoPage : key },
        TipoffDimension.Platform => key.Length == 0 ? within with { PageKey = TipoffFilter.NoPage } : within with { Platform = Enum.Parse<Platform>(key) },
        TipoffDimension.Category => within with { Category = Enum.Parse<TipoffCategory>(key) },
        _ => OfMonth(within, DateOnly.ParseExact(key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };

    private static TipoffFilter OfMonth(TipoffFilter within, DateOnly first)
    {
        var last = first.AddMonths(1).AddDays(-1);
        return within with { From = within.From > first ? within.From : first, To = within.To < last ? within.To : last };
    }

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;

    public static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static T? Word<T>(string? text)
        where T : struct, Enum =>
        // Numbers and lists would be parsed too, whatever they stand for.
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
