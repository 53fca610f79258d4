namespace Command.Data;

/// <summary>
/// What the table Holidays begins with: public holidays of Vietnam with the days off in exchange. Each autumn the
/// government fixes the next year's; from then on the table is the list.
/// </summary>
internal static class FirstHolidays
{
    private const string NewYear = "Tết Dương lịch";
    private const string Tet = "Tết Nguyên đán";
    private const string Kings = "Giỗ Tổ Hùng Vương";
    private const string Victory = "Ngày Chiến thắng";
    private const string Labour = "Quốc tế Lao động";
    private const string National = "Quốc khánh";

    /// <summary>The government has not fixed that year's days yet: an administrator corrects them when it does.</summary>
    private const string Expected = " (dự kiến)";

    public static readonly Holiday[] All =
    [
        .. Off(NewYear, 2025, (1, 1)),
        .. Off(Tet, 2025, (1, 27), (1, 28), (1, 29), (1, 30), (1, 31)),
        .. Off(Kings, 2025, (4, 7)),
        .. Off(Victory, 2025, (4, 30)),
        .. Off(Labour, 2025, (5, 1), (5, 2)),
        .. Worked(Labour, 2025, (4, 26)),
        .. Off(National, 2025, (9, 1), (9, 2)),
        .. Off(NewYear, 2026, (1, 1), (1, 2)),
        .. Worked(NewYear, 2026, (1, 10)),
        .. Off(Tet, 2026, (2, 16), (2, 17), (2, 18), (2, 19), (2, 20)),
        .. Off(Kings, 2026, (4, 26), (4, 27)),
        .. Off(Victory, 2026, (4, 30)),
        .. Off(Labour, 2026, (5, 1)),
        .. Off(National, 2026, (8, 31), (9, 1), (9, 2)),
        .. Worked(National, 2026, (8, 22)),
        .. Off(NewYear + Expected, 2027, (1, 1)),
        .. Off(Tet + Expected, 2027, (2, 5), (2, 6), (2, 7), (2, 8), (2, 9), (2, 10), (2, 11)),
        .. Off(Kings + Expected, 2027, (4, 16)),
        .. Off(Victory + Expected, 2027, (4, 30)),
        .. Off(Labour + Expected, 2027, (5, 1), (5, 3)),
        .. Off(National + Expected, 2027, (9, 2), (9, 3)),
    ];

    private static IEnumerable<Holiday> Off(string name, int year, params (int Month, int Day)[] days) => Days(name, year, days, isWorked: false);

    private static IEnumerable<Holiday> Worked(string name, int year, params (int Month, int Day)[] days) => Days(name, year, days, isWorked: true);

    private static IEnumerable<Holiday> Days(string name, int year, (int Month, int Day)[] days, bool isWorked) =>
        days.Select(d => new Holiday { Day = new DateOnly(year, d.Month, d.Day), Name = name, IsWorked = isWorked });
}
