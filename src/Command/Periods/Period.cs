namespace Command.Periods;

public enum PeriodLength
{
    Custom,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>A named range of local days, both ends inclusive.</summary>
/// <param name="Key">As addresses and files write it: 2026-03, 2026-Q1, 2026-H1, 2026-W11, 2026, police-2026-03, 2026-01-01..2026-02-14, or the key of a named one.</param>
/// <param name="Prefix">Of its series; null for ranges of their own.</param>
public sealed record Period(string Key, DateOnly From, DateOnly To, PeriodLength Length = PeriodLength.Custom, string? Prefix = null)
{
    /// <summary>Ten years: nobody compares longer ones, and a query that walks over centuries helps nobody.</summary>
    public const int MostDays = 3_653;

    private const int DaysOf52Weeks = 364;

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The same weekdays a year before: 52 weeks back; of a whole year, which would overlap itself so, the dates of the year before.</summary>
    public Period LastYear => Days > DaysOf52Weeks ? Between(From.AddYears(-1), To.AddDays(1).AddYears(-1).AddDays(-1)) : Between(From.AddDays(-DaysOf52Weeks), To.AddDays(-DaysOf52Weeks));

    /// <summary>The twelve months that end with the period: one month is often too thin for a ratio.</summary>
    public Period TwelveMonths => Between(To.AddDays(1).AddYears(-1), To);

    /// <summary>A range with no name.</summary>
    public static Period Between(DateOnly from, DateOnly to) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}"), from, to);

    public bool Contains(DateOnly day) => day >= From && day <= To;
}
