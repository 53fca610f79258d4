using Command.Boards;
using Command.Data;
using Command.Live;
using Command.Ranking;
using Command.Tipoffs;

namespace Command.Tests.Boards;

/// <summary>Boards of an invented district on Friday 22 November 2024, just after noon.</summary>
internal static class SampleBoards
{
    public static readonly DateTimeOffset Noon = new(2024, 11, 22, 5, 4, 31, TimeSpan.Zero);

    private static readonly string[] names =
    [
        "Công an phường Hòa Bình", "Công an phường Sơn Ca", "Công an phường Phú Thịnh", "Đội Cảnh sát giao thông",
        "Đội Quản lý hành chính về trật tự xã hội", "Công an phường Tân An", "Công an phường Bến Nghé Đông",
    ];

    private static readonly long[] dayShape = [2, 1, 0, 0, 1, 3, 9, 18, 31, 38, 36, 29, 22, 26, 33, 35, 30, 24, 28, 34, 31, 19, 10, 5];

    public static Comparison Against(double? before, ChangeMark mark, double? percent = null) => new(before, mark, percent);

    public static Tile TileOf(TileKind kind, double? value, long? of = null) =>
        new(kind, value, of, Against(33, ChangeMark.Within), Against(30, ChangeMark.FarUp, 24));

    public static BoardView Day(int rows = 12, long scale = 1, int silent = 1, long version = 0, string? unit = null, int hour = 12)
    {
        var name = unit is null ? "Công an quận Bình Minh" : names[Math.Abs(unit.GetHashCode(StringComparison.Ordinal)) % names.Length];
        return new BoardView(
            new Scope(unit, null),
            name,
            unit is null ? [("binh-minh", name)] : [("binh-minh", "Công an quận Bình Minh"), (unit, name)],
            Noon.AddSeconds(version),
            new DateOnly(2024, 11, 22),
            new DateTimeOffset(2024, 11, 22, 5, 0, 0, TimeSpan.Zero),
            18,
            Tiles(scale, version),
            [.. Enumerable.Range(0, 24).Select(h => h > hour ? (long?)null : h == hour ? 4 * scale + version : dayShape[h] * scale * 9 / 8)],
            [.. dayShape.Select(v => v * scale)],
            [.. dayShape.Select((v, h) => (v + h % 5) * scale * 7 / 8)],
            Rows(rows, scale, silent),
            [.. Enumerable.Range(0, 30).Select(i => Line(version + 30 - i, i))],
            [.. Enumerable.Range(0, 168).Select(i => dayShape[i % 24] * (i / 24 > 4 ? 0.6 : 1.0) * scale)],
            [.. Enumerable.Range(0, silent).Select(i => new SilentPage($"trang-{i}", $"Zalo {names[(i + 3) % names.Length]}", names[(i + 3) % names.Length], i % 4 == 3 ? null : Noon.AddHours(-9 - 20 * i)))],
            Noon.AddMinutes(-200),
            new ScopeRatios(
                new RatioSpan(new DateOnly(2024, 11, 1), new DateOnly(2024, 11, 22), new TipoffRatio(1230 * scale, 307 * scale, 184 * scale, 12 * scale, 9, false) { Candidates = 5 }),
                new RatioSpan(new DateOnly(2024, 10, 1), new DateOnly(2024, 10, 31), new TipoffRatio(1104 * scale, 262 * scale, 20, 3, 11, true))));
    }

    public static BoardView Nothing() => Day() with
    {
        PageCount = 0,
        Rows = [],
        Feed = [],
        Silent = [],
        Tiles = [.. Enum.GetValues<TileKind>().Select(kind => new Tile(kind, null, null, Against(null, ChangeMark.Unknown), Against(null, ChangeMark.Unknown)))],
    };

    private static Tile[] Tiles(long scale, long version) =>
    [
        new(TileKind.Waiting, 37 * scale + version, null, Against(33 * scale, ChangeMark.Within), Against(19 * scale, ChangeMark.Up)),
        new(TileKind.Overdue, 4 * scale, null, Against(2 * scale, ChangeMark.Unknown), Against(9 * scale, ChangeMark.Within)),
        new(TileKind.TipoffCandidates, 12 * scale, null, Against(14 * scale, ChangeMark.Within), Against(null, ChangeMark.Unknown)),
        new(TileKind.Messages, 1230 * scale + version, null, Against(1098 * scale, ChangeMark.FarUp, 12), Against(1240 * scale, ChangeMark.Within, -1)),
        new(TileKind.MedianFirstReply, 553, 1012 * scale, Against(700, ChangeMark.Down, -21), Against(540, ChangeMark.Within, 2)),
        new(TileKind.AnsweredInTime, 0.962, 1012 * scale, Against(0.93, ChangeMark.Up), Against(0.96, ChangeMark.Within)),
        new(TileKind.NewFollowers, 86 * scale, null, Against(140 * scale, ChangeMark.FarDown, -39), Against(90 * scale, ChangeMark.Within, -4)),
        new(TileKind.Interactions, null, null, Against(null, ChangeMark.Unknown), Against(null, ChangeMark.Unknown)),
    ];

    private static UnitRow[] Rows(int rows, long scale, int silent) =>
    [
        .. Enumerable.Range(0, rows).Select(i => new UnitRow(
            $"don-vi-{i}",
            null,
            rows > 20 && i % 9 == 0 ? "Đội Cảnh sát hình sự, kinh tế và phòng chống tội phạm ma túy – Công an thành phố Hồ Chí Minh" : $"{names[i % names.Length]}{(i < names.Length ? "" : " " + (i / names.Length + 1))}",
            1 + i % 3,
            (200 - 9 * i % 190) * scale,
            Against(180 * scale, (ChangeMark)(i % 6), i % 6 is 3 or 5 ? 18 : null),
            i % 4 * scale,
            (i % 5 == 2 ? 2 : 0) * scale,
            i % 3 * scale,
            i == 5 ? null : 240 + 1300 * i,
            i == 5 ? 0 : (180 - i) * scale,
            [.. Enumerable.Range(0, 15).Select(d => (60 + 25 * ((d * (i + 3)) % 7) - (d == 14 ? 40 : 0)) * scale)],
            i == 6 ? null : Noon.AddMinutes(-i * i),
            i < silent)),
    ];

    private static FeedLine Line(long id, int i)
    {
        var kind = (i % 6) switch { 0 or 1 or 4 => EventKind.Message, 2 => EventKind.Reply, 3 => EventKind.Follow, _ => EventKind.Reaction };
        var item = new FeedItem(id, 1, kind, kind == EventKind.Message ? (MessageKind)(id % 4) : MessageKind.Unclassified, Noon.AddSeconds(-i * 7));
        return new FeedLine(item, $"Zalo {names[i % names.Length]}", $"trang-{i % names.Length}", names[i % names.Length], $"don-vi-{i % names.Length}");
    }
}
