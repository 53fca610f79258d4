using System.Globalization;
using Command.Boards.Tipoffs;
using Command.Live;

namespace Command.Boards.OneUnit;

/// <summary>The local days that a unit's figures are of, both inclusive, as the page's address carries them.</summary>
public sealed record UnitPeriod(DateOnly From, DateOnly To)
{
    private const int Months = 12;

    /// <summary>Without a period it is that of twelve months: a ratio of one month is often too thin.</summary>
    public static UnitPeriod Year(DateOnly today) => new(TipoffMonths.FirstDay(today).AddMonths(1 - Months), today);

    /// <summary>The twelve months that end with the period's last one.</summary>
    public UnitPeriod Trend => Year(To);

    /// <summary>What makes no sense is left out.</summary>
    /// <param name="month">2026-03.</param>
    public static UnitPeriod Read(string? month, string? from, string? to, DateOnly today)
    {
        if (TipoffAddress.Day($"{month}-01") is { } first)
            return Month(first, today);
        var year = Year(today);
        var (begin, end) = (TipoffAddress.Day(from), TipoffAddress.Day(to) ?? today);
        return begin is null && to is null ? year : new UnitPeriod(begin ?? Year(end).From, end) is var asked && asked.From <= asked.To ? asked : year;
    }

    public static UnitPeriod Month(DateOnly day, DateOnly today)
    {
        var first = TipoffMonths.FirstDay(day);
        var last = first.AddMonths(1).AddDays(-1);
        return new UnitPeriod(first, last > today && first <= today ? today : last);
    }

    /// <summary>What stands behind the unit's key in the address; nothing where it is what one gets anyway.</summary>
    public string Write(DateOnly today)
    {
        if (this == Year(today))
            return "";
        return this == Month(From, today)
            ? $"?month={From.ToString("yyyy-MM", CultureInfo.InvariantCulture)}"
            : $"?from={TipoffAddress.Write(From)}&to={TipoffAddress.Write(To)}";
    }
}
