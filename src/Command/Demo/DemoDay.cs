using System.Globalization;
using Command.Data;

namespace Command.Demo;

/// <summary>
/// What residents and officers of an invented district write on one local day: pure, and the same at every start, so
/// that a second start sends the same events again and they count once.
/// </summary>
public static class DemoDay
{
    private const double ConversationsPerPage = 62;
    private const double FollowsPerPage = 22;
    private const double ReactionsPerPage = 34;
    private const double ShareTipoffs = 0.06;
    private const double ShareAutomatic = 0.3;

    /// <summary>Part of a day's messages by local hour; people write before work, at noon and in the evening.</summary>
    private static readonly double[] byHour =
    [
        .010, .006, .004, .003, .004, .010, .022, .048, .075, .078, .070, .058,
        .052, .055, .064, .066, .060, .052, .050, .060, .058, .045, .032, .018,
    ];

    private static readonly double[] byWeekday = [0.62, 1.15, 1.10, 1.05, 1.0, 1.08, 0.75];

    private static readonly string[] procedures =
    [
        "Cho tôi hỏi thủ tục cấp lại căn cước cần mang giấy tờ gì?",
        "Đăng ký tạm trú cho người thuê trọ làm ở đâu ạ?",
        "Cháu nhà tôi đủ 14 tuổi, làm thẻ căn cước vào ngày nào được?",
        "Tôi muốn xác nhận thông tin cư trú thì nộp hồ sơ trực tuyến thế nào?",
        "Định danh mức 2 của tôi chưa được duyệt, nhờ công an kiểm tra giúp.",
    ];

    private static readonly string[] tipoffs =
    [
        "Tôi báo tin có nhóm thanh niên đua xe ở đầu hẻm tối qua.",
        "Có người lạ gọi điện giả danh công an để lừa đảo, tôi xin trình báo.",
        "Khu trọ gần chợ có dấu hiệu đánh bạc ban đêm.",
        "Nhà tôi vừa bị trộm xe máy rạng sáng nay.",
    ];

    private static readonly string[] others =
    [
        "Cảm ơn các anh chị đã giúp gia đình tôi.",
        "Cuối tuần phường có làm việc không ạ?",
        "Loa phát thanh ở khu phố mở quá sớm, mong phường góp ý giúp.",
        "Tôi đã nhận được, xin cảm ơn.",
    ];

    /// <returns>In order of time; replies may fall on a later day.</returns>
    public static IReadOnlyList<DemoEvent> Of(DateOnly day, IReadOnlyList<DemoPage> pages, string appId)
    {
        var chance = new Random(day.DayNumber);
        var events = new List<DemoEvent>();
        for (var p = 0; p < pages.Count; p++)
        {
            var page = pages[p];
            var busy = page.Weight * byWeekday[(int)day.DayOfWeek] * (0.85 + 0.3 * chance.NextDouble());
            var prefix = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}{p:00}");
            for (var c = 0; c < (int)(ConversationsPerPage * busy); c++)
                Converse(page, $"{prefix}{c:0000}");
            for (var f = 0; f < (int)(FollowsPerPage * busy); f++)
                events.Add(DemoEvent.Follow(page, appId, $"7{prefix}{f:0000}", Moment()));
            for (var r = 0; r < (int)(ReactionsPerPage * busy); r++)
                events.Add(DemoEvent.Reaction(page, appId, $"8{prefix}{r:0000}", $"r{prefix}{r:0000}", Moment()));
        }

        return [.. events.OrderBy(e => e.At)];

        void Converse(DemoPage page, string id)
        {
            var at = Moment();
            var automatic = chance.NextDouble() < ShareAutomatic;
            var answered = chance.NextDouble() < page.Diligence;
            var messages = 1 + chance.Next(3);
            for (var m = 0; m < messages; m++)
                events.Add(DemoEvent.Message(page, appId, id, $"m{id}{m}", at.AddSeconds(40 * m), Text(chance)));
            if (automatic)
                events.Add(DemoEvent.Reply(page, appId, id, $"a{id}", at.AddSeconds(2), byPerson: false));
            var minutes = answered ? 2 + page.ReplyMinutes * Math.Exp(1.1 * Normal(chance)) : 60 * (20 + 40 * chance.NextDouble());
            events.Add(DemoEvent.Reply(page, appId, id, $"b{id}", at.AddMinutes(minutes), byPerson: true));
        }

        DateTimeOffset Moment() => LocalTime.StartOf(day).AddHours(Hour(chance)).AddSeconds(chance.Next(3_600)).AddMilliseconds(chance.Next(1_000));
    }

    public static string Text(Random chance)
    {
        var kind = chance.NextDouble();
        var texts = kind < ShareTipoffs ? tipoffs : kind < 0.7 ? procedures : others;
        return texts[chance.Next(texts.Length)];
    }

    private static int Hour(Random chance)
    {
        var left = chance.NextDouble() * byHour.Sum();
        for (var hour = 0; hour < 23; hour++)
        {
            left -= byHour[hour];
            if (left < 0)
                return hour;
        }

        return 23;
    }

    /// <summary>A standard normal number (Box and Muller 1958).</summary>
    private static double Normal(Random chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
