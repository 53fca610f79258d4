using System.Text.RegularExpressions;
using Command.Boards.Administration;
using Command.Data;
using Command.People;
using Command.Tests.Messages;
using Command.Tipoffs;
using Command.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Boards.Administration;

/// <summary>The audit log as its two kinds of readers read it.</summary>
public sealed partial class AuditPhrasesTests(AuditPhrasesTests.City city) : IClassFixture<AuditPhrasesTests.City>
{
    private static readonly string source = Path.Combine(RepositoryFiles.Root.FullName, "src", "Command");

    /// <summary>Acts that begin with a word and go on with the name of what was done.</summary>
    private static readonly string[] composed =
    [
        .. Enum.GetValues<StepKind>().Where(k => k != StepKind.Enter).Select(k => "tipoff." + char.ToLowerInvariant(k.ToString()[0]) + k.ToString()[1..]),
        "message.took", "target.set", "target.removed", "leaderboard.target.set", "person.locked", "person.unlocked", "message.handedover", "message.assigned", "second-factor.begun", "second-factor.on", "second-factor.off", "password.changed",
    ];

    /// <summary>Every form in which the parts of a line were ever written, and what a Vietnamese reader reads.</summary>
    public static TheoryData<string, string, string> Stored() => new()
    {
        { "tipoff.assess", """{"State":"Assessed","Verdict":"Valuable","Version":2}""", "trạng thái: Đã kết luận · kết luận: có giá trị · phiên bản: 2" },
        { "tipoff.assess", "Assessed Valuable, version 2", "trạng thái: Đã kết luận · kết luận: có giá trị · phiên bản: 2" },
        { "tipoff.take", "Verifying, version 2", "trạng thái: Đang xác minh · phiên bản: 2" },
        { "tipoff.enter", "TB-2026-000001", "TB-2026-000001" },
        { "tipoff.attach", """{"FileType":["png","pdf"],"Bytes":[1200,9]}""", "loại tệp: PNG; PDF · số byte: 1.200; 9" },
        { "tipoff.attach", "image/png, 1200 bytes; application/pdf, 9 bytes", "loại tệp: PNG; PDF · số byte: 1.200; 9" },
        { "tipoff.attachment", "TB-2026-000001-4.pdf", "tệp: TB-2026-000001-4.pdf" },
        { "message.took", """{"Conversation":3957}""", "hội thoại số: 3957" },
        { "message.took", "conversation 3957", "hội thoại số: 3957" },
        { "message.took", "canbo1", "canbo1" },
        { "words.seen", "conversation 3957", "hội thoại số: 3957" },
        { "resident.seen", "conversation 3957", "hội thoại số: 3957" },
        { "tipoff.seeded", "conversation 3957", "hội thoại số: 3957" },
        { "message.closed", """{"CloseReason":"Thanks"}""", "lý do: Chỉ cảm ơn" },
        { "message.closed", "Thanks", "lý do: Chỉ cảm ơn" },
        { "message.rechecked", """{"Agreed":false}""", "đồng ý: không" },
        { "message.rechecked", "not agreed", "đồng ý: không" },
        { "message.rechecked", "agreed", "đồng ý: có" },
        { "message.classified", """{"MessageKind":["Procedure","TipOff"]}""", "loại: Hỏi thủ tục hành chính; Có thể là tin báo" },
        { "message.classified", "Procedure TipOff", "loại: Hỏi thủ tục hành chính; Có thể là tin báo" },
        { "rules.changed", """{"Version":3}""", "phiên bản: 3" },
        { "rules.changed", "version 3", "phiên bản: 3" },
        { "rules.changed", """{"Note":"Thêm từ \"cướp\""}""", "nội dung: Thêm từ \"cướp\"" },
        { "deadline.set", """{"Deadline":"PassOn"}""", "thời hạn: Tiếp nhận hoặc chuyển đi" },
        { "deadline.set", "PassOn", "thời hạn: Tiếp nhận hoặc chuyển đi" },
        { "deadline.set", """{"Amount":24,"Measure":"ClockHours","From":"2026-03-03"}""", "mức: 24 · tính bằng: giờ liên tục · từ ngày: 03/03/2026" },
        { "deadline.removed", "24 ClockHours from 2026-03-03", "mức: 24 · tính bằng: giờ liên tục · từ ngày: 03/03/2026" },
        { "holiday.added", """{"Day":["2026-04-30","2026-05-01"],"IsWorked":false}""", "ngày: 30/04/2026; 01/05/2026 · làm bù: không" },
        { "holiday.added", "2026-04-30 off (Lễ); 2026-05-01 off (Lễ)", "ngày: 30/04/2026; 01/05/2026 · làm bù: không; không" },
        { "officer.named", """{"Unit":"ward-0"}""", "đơn vị: Công an phường Bến Sông" },
        { "officer.named", "ward-0", "đơn vị: Công an phường Bến Sông" },
        { "officer.named", """{"Officer":"lan","From":"2026-03-03"}""", "người phụ trách: lan · từ ngày: 03/03/2026" },
        { "officer.removed", "nobody from 2026-03-03", "bỏ trống: có · từ ngày: 03/03/2026" },
        { "target.set", """{"Unit":"*"}""", "đơn vị: tất cả" },
        { "target.set", "every unit", "đơn vị: tất cả" },
        { "target.ended", """[{"MessageKind":"TipOff","Minutes":480,"TargetMeasure":"WorkingTime","From":"2026-03-03"}]""", "loại: Có thể là tin báo · số phút: 480 · cách tính giờ: trong giờ làm việc · từ ngày: 03/03/2026" },
        { "target.removed", "every kind: 1440 min Clock, 2026-03-03..", "loại: tất cả · số phút: 1.440 · cách tính giờ: liên tục · từ ngày: 03/03/2026" },
        { "target.set", "ward-0 2026-03 valuable_ratio", "đơn vị: Công an phường Bến Sông · kỳ: 2026-03 · chỉ số: Tỷ lệ tin có giá trị" },
        { "target.set", "0.25", "giá trị: 0,25" },
        { "alert.acknowledged", """{"Alert":7}""", "cảnh báo số: 7" },
        { "alert.acknowledged", "alert 7", "cảnh báo số: 7" },
        { "alert.acknowledged", """{"AlertKind":"Overdue","UnitId":2}""", "loại cảnh báo: Quá hạn · đơn vị: Công an phường Bến Sông" },
        { "alert.acknowledged", "overdueMessages:12", "loại cảnh báo: Quá hạn" },
        { "alert.acknowledged", "jobs:VerifySums", "loại cảnh báo: Công việc định kỳ trục trặc" },
        { "alert.rule.set", """{"AlertKind":"Spike","UnitId":"*"}""", "loại cảnh báo: Tăng bất thường · đơn vị: tất cả" },
        { "alert.rule.set", "Spike", "loại cảnh báo: Tăng bất thường" },
        { "alert.rule.set", """{"IsEnabled":true,"Least":5,"Deviations":3.5}""", "bật: có · từ: 5 · độ lệch chuẩn: 3,5" },
        { "world.loaded", """{"Rows":1246}""", "số dòng: 1.246" },
        { "world.loaded", "1246 rows", "số dòng: 1.246" },
        { "person.changed", """{"DisplayName":"Lan","Role":"Staff","UnitId":2,"MayConfirm":false,"ConfirmsFor":[2,3]}""", "tên: Lan · vai trò: Cán bộ · đơn vị: Công an phường Bến Sông · được xác nhận: không · xác nhận cho: Công an phường Bến Sông; Công an phường Gò Đình" },
        { "person.added", """{"DisplayName":"Lan","Role":"Administrator","UnitId":null,"MayConfirm":false,"ConfirmsFor":[]}""", "tên: Lan · vai trò: Quản trị · được xác nhận: không" },
        { "key.made", "*", "đơn vị: tất cả" },
        { "wall.paired", "2", "đơn vị: Công an phường Bến Sông" },
        { "period.added", """{"DisplayName":"Đợt cao điểm","From":"2026-03-01","To":"2026-03-15"}""", "tên: Đợt cao điểm · từ ngày: 01/03/2026 · đến ngày: 15/03/2026" },
        { "period.series.added", """{"DisplayName":"Kỳ thi đua","StartDay":10,"MonthBefore":true}""", "tên: Kỳ thi đua · ngày đầu tháng: 10 · từ tháng trước: có" },
        { "period.removed", "Đợt cao điểm, 2026-03-01..2026-03-15", "tên: Đợt cao điểm · từ ngày: 01/03/2026 · đến ngày: 15/03/2026" },
        { "annotation.made", "2026-03-01..2026-03-15", "từ ngày: 01/03/2026 · đến ngày: 15/03/2026" },
        { "annotation.removed", "Outage *: Mất mạng", "loại ghi chú: Gián đoạn · đơn vị: tất cả · nội dung: Mất mạng" },
        { "comparison.downloaded", "csv", "loại tệp: CSV" },
        { "comparison.downloaded", "/compare?unit=ward-0", "/compare?unit=ward-0" },
        { "job.run", "Purge", "công việc: Xóa dữ liệu hết hạn lưu" },
        { "job.paused", "Đang bảo trì", "Đang bảo trì" },
        { "leaderboard.sealed", "wards 2026-03 composite", "cụm thi đua: Các phường · kỳ: 2026-03 · chỉ số: Điểm tổng hợp" },
        { "leaderboard.sealed", $"{new string('a', 64)}, open: 3", $"mã kiểm: {new string('a', 64)} · còn để ngỏ: 3" },
        { "appeal.noted", "Cụm 1 2026-03 valuable_ratio ward-0", "cụm thi đua: Cụm 1 · kỳ: 2026-03 · chỉ số: Tỷ lệ tin có giá trị · đơn vị: Công an phường Bến Sông" },
        { "appeal.answered", "4", "kiến nghị số: 4" },
        { "weights.published", "2", "phiên bản: 2" },
        { "weights.published", "valuable_ratio 40 % / 0.25, answered_in_time 60 % / 1: Theo chỉ đạo", "trọng số: Tỷ lệ tin có giá trị: 40\u00A0%, thang 0,25; Trả lời đúng hạn: 60\u00A0%, thang 1 · nội dung: Theo chỉ đạo" },
        { "weights.published", """{"Weight":["valuable_ratio 40 % / 0.25","answered_in_time 60 % / 1"],"Note":"Theo chỉ đạo"}""", "trọng số: Tỷ lệ tin có giá trị: 40\u00A0%, thang 0,25; Trả lời đúng hạn: 60\u00A0%, thang 1 · nội dung: Theo chỉ đạo" },
        { "leaderboard.target.set", """{"UnitId":"2","Period":"2026-03","Metric":"valuable_ratio"}""", "đơn vị: Công an phường Bến Sông · kỳ: 2026-03 · chỉ số: Tỷ lệ tin có giá trị" },
        { "leaderboard.target.set", """{"Value":0.25}""", "giá trị: 0,25" },
        { "job.paused", """{"Job":"Purge"}""", "công việc: Xóa dữ liệu hết hạn lưu" },
        { "job.paused", """{"Why":"Đang bảo trì"}""", "lý do: Đang bảo trì" },
        { "review.edited", """{"Review":5,"Part":"title"}""", "báo cáo số: 5 · phần: tiêu đề" },
        { "review.made", "ward-0 2026-03: Sơ kết tháng 3", "đơn vị: Công an phường Bến Sông · kỳ: 2026-03 · tên: Sơ kết tháng 3" },
        { "review.edited", "5 title", "báo cáo số: 5 · phần: tiêu đề" },
        { "review.edited", "5 commendations", "báo cáo số: 5 · phần: Biểu dương" },
        { "review.edited", """[{"For":"Phường Bến Sông","Why":"Trả lời nhanh"}]""", "đề nghị khen: Phường Bến Sông · lý do: Trả lời nhanh" },
        { "review.edited", """[{"Metric":"valuable_ratio","Value":0.3}]""", "chỉ số: Tỷ lệ tin có giá trị · giá trị: 0,3" },
        { "review.frozen", new string('b', 64), $"mã kiểm: {new string('b', 64)}" },
        { "review.downloaded", "pptx vi", "loại tệp: PPTX · ngôn ngữ: tiếng Việt" },
        { "review.downloaded", "xlsx, annex of 12 rows", "loại tệp: XLSX · số dòng: 12" },
        { "signin", "lan", "lan" },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void What_is_stored_is_read_in_Vietnamese(string action, string stored, string expected)
    {
        using var screen = Read();
        Assert.Equal(expected, screen.Services.GetRequiredService<AuditPhrases>().Said(action, stored));
    }

    [Theory]
    [InlineData("tipoff.assess", "Assessed Valuable, version 2", "state: Assessed · verdict: valuable · version: 2")]
    [InlineData("message.took", """{"Conversation":3957}""", "conversation: 3957")]
    [InlineData("alert.rule.set", """{"State":"Assessed","unheard":1}""", """{"State":"Assessed","unheard":1}""")]
    [InlineData("rules.changed", "{not facts", "{not facts")]
    public void What_is_stored_is_read_in_English_and_what_is_no_fact_stands_as_it_is(string action, string stored, string expected)
    {
        using var screen = Read("en");
        Assert.Equal(expected, screen.Services.GetRequiredService<AuditPhrases>().Said(action, stored));
    }

    [Fact]
    public void Every_act_and_every_fact_has_words_and_the_list_of_forms_leaves_no_act_out()
    {
        using var screen = new Screen();
        var acts = Acts();
        Assert.True(acts.Count > 60);
        Assert.All(
            acts.Select(a => $"audit.action.{a}")
                .Concat(Enum.GetNames<AuditFact>().Select(f => $"audit.fact.{f}"))
                .Concat(AuditPhrases.Listed.Values.SelectMany(l => Enum.GetNames(l.Names).Select(n => l.Words + n)))
                .Concat(Enum.GetNames<AuditFaultKind>().Select(k => $"audit.fault.{k}")),
            key => Assert.False(screen.Texts[key].ResourceNotFound, key));

        // Families whose lines tell nothing but names: who, what for.
        var told = Stored().Select(row => ((string)((object[])row)[0]).Split('.')[0]).Append("password").Append("second-factor").Append("signout").ToHashSet();
        Assert.Empty(acts.Select(a => a.Split('.')[0]).Distinct().Except(told));
    }

    [Fact]
    public async Task Whatever_people_do_no_English_stands_on_the_Vietnamese_page_and_the_chain_is_whole()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await Ward.StartAsync(clock);
        await app.WriteAsync("m1", Ward.Monday.AddHours(-3), text: "Có trộm ở ngõ 5");
        await app.WriteAsync("m2", Ward.Monday.AddHours(-2), person: 1, text: "Cảm ơn");
        var administrator = await app.SignInAsync();
        var ward = $"{await app.UnitAsync("ward-0")}";
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        await administrator.PostAsync("/settings/targets", "set", ("UnitId", ward), ("Kind", ""), ("Amount", "8"), ("Per", "60"), ("Measure", "Clock"), ("From", "2026-03-03"), ("To", ""));
        await administrator.PostAsync("/settings/deadlines", "set", ("Kind", "PassOn"), ("Amount", "12"), ("Measure", "WorkingHours"), ("From", "2026-03-03"));
        await administrator.PostAsync("/settings/holidays", "add", ("From", "2026-03-20"), ("To", ""), ("Name", "Ngày truyền thống"), ("IsWorked", "false"));
        var worker = await app.AskerAsync(Role.Staff, person: 3);
        long[] talks = [1, 2];
        Assert.Null(await app.Get<Command.Messages.MessageDesk>().TakeAsync(worker, talks[0], 0, CancellationToken.None));
        Assert.Null(await app.Get<Command.Messages.MessageDesk>().ClassifyAsync(worker, talks[0], 1, MessageKind.Criticism, CancellationToken.None));
        Assert.Null(await app.Get<Command.Messages.MessageDesk>().CloseAsync(worker, talks[1], 0, CloseReason.Thanks, null, CancellationToken.None));
        await app.Get<Command.Messages.WordsReading>().ReadAsync(worker, talks[0], CancellationToken.None);
        var entry = new NewTipoff("once", TipoffSource.Phone, await app.UnitAsync("ward-0"), TipoffCategory.Theft, clock.Now) { Words = "Có trộm" };
        var entered = (await app.Get<TipoffDesk>().EnterAsync(entry, worker, CancellationToken.None)).Tipoff!;
        var taken = (await app.Get<TipoffDesk>().TakeStepAsync(entered.Number, 1, Step.Take, worker, CancellationToken.None)).Tipoff!;
        Assert.NotNull((await app.Get<TipoffDesk>().TakeStepAsync(taken.Number, 2, Step.Assess(Verdict.Valuable, "đã bắt quả tang"), worker, CancellationToken.None)).Tipoff);

        var page = await administrator.ReadAsync("/audit");
        var cells = Cell().Matches(page).Select(m => Tag().Replace(m.Groups[1].Value, " ")).ToList();
        Assert.True(cells.Count > 100);
        Assert.Contains(cells, c => c.Contains("kết luận: có giá trị", StringComparison.Ordinal));
        var english = typeof(Unit).Assembly.GetTypes().Where(t => t.IsEnum && t.Namespace == "Command.Data").SelectMany(Enum.GetNames)
            .Concat(Enum.GetNames<AuditFact>()).Concat(["version", "conversation", "from", "rows", "every", "nobody", "agreed", "true", "false"]).ToHashSet();
        var names = new HashSet<string> { "Administrator", "Staff" };
        Assert.Empty(cells.SelectMany(c => Word().Matches(c).Select(m => m.Value)).Where(w => english.Contains(w) && !names.Contains(w)).Distinct());
        Assert.Null((await app.Get<AuditLog>().VerifyAsync(null, CancellationToken.None)).Fault);

        await using (var db = await app.OpenAsync())
        {
            var first = db.AuditRecords.Single(r => r.Number == 2);
            first.After = "x";
            await db.SaveChangesAsync();
        }

        using var broken = await administrator.PostAsync("/audit", "verify");
        Assert.Contains("dòng 2, hoặc một dòng trước nó, đã bị sửa.", System.Net.WebUtility.HtmlDecode(await broken.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    /// <summary>The acts that the code names, wherever it names them.</summary>
    private static List<string> Acts() =>
    [
        .. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Act().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Concat(composed).Except(["job.failed.Drift"]).Distinct().Order(StringComparer.Ordinal),
    ];

    private Screen Read(string language = "vi-VN")
    {
        var screen = new Screen(language);
        screen.Services.AddSingleton(city.Units).AddSingleton<AuditPhrases>();
        return screen;
    }

    // An entry of the log, a constant that names an act, or a line of the desk.
    [GeneratedRegex("""(?:(?:new AuditEntry|AuditEntry\.By)\([^"\n]*?|\.Log\(|ActAsync\((?:asker, name, )?|const string \w+ = )"((?:tipoff|message|words|resident|rules|deadline|holiday|officer|target|alert|world|person|key|wall|period|annotation|comparison|job|leaderboard|appeal|weights|review|signin|signout|password|second-factor)(?:\.[a-z][A-Za-z.]*)?)"[,;) ]""")]
    private static partial Regex Act();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\p{L}]+")]
    private static partial Regex Word();

    /// <summary>Only read, so one serves all.</summary>
    public sealed class City : IAsyncLifetime
    {
        public UnitNames Units { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var clock = new HandClock(Ward.Monday);
            await using var app = await Ward.StartAsync(clock);
            Units = new UnitNames(app.Get<UnitRegistry>(), clock);
            await Units.ReadAsync(CancellationToken.None);
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
