using System.Globalization;
using Command.Data;

namespace Command.Units;

/// <summary>The hours of a working day, in order: <c>Calendar:WorkingHours</c>.</summary>
public sealed record WorkingHours(IReadOnlyList<(TimeOnly From, TimeOnly To)> Windows)
{
    private const string Usual = "07:30-11:30,13:30-17:30";

    public static readonly WorkingHours Default = Parse(Usual);

    /// <exception cref="SettingException">The hours are not written as the default, overlap or are out of order.</exception>
    public static WorkingHours From(IConfiguration configuration) => Parse(configuration["Calendar:WorkingHours"] ?? Usual);

    /// <exception cref="SettingException">See <see cref="From"/>.</exception>
    public static WorkingHours Parse(string text)
    {
        var windows = new List<(TimeOnly From, TimeOnly To)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('-') is not [var first, var last] || !TryRead(first, out var from) || !TryRead(last, out var to)
                || to <= from || (windows is [.., var before] && from < before.To))
            {
                throw new SettingException($"Calendar:WorkingHours is '{text}'; it must be written like {Usual}, in order.");
            }

            windows.Add((from, to));
        }

        return new WorkingHours(windows);

        static bool TryRead(string part, out TimeOnly time) =>
            TimeOnly.TryParseExact(part, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
