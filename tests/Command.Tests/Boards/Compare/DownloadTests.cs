using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Command.Boards.Compare;
using Command.Data;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Boards.Compare;

/// <summary>Over real HTTP: the files say what the screen says, cell by cell.</summary>
public sealed partial class DownloadTests
{
    private const string Units = "unit=sen-hong&unit=mai-vang&unit=tre";

    private static readonly CultureInfo vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    [Theory]
    [InlineData($"{Units}&period={Reform.Period}&by=Day")]
    [InlineData($"{Units}&period={Reform.Period}&by=Week&measure=valuable_ratio")]
    [InlineData($"{Units}&period={Reform.Period}&by=Week&measure=followers")]
    [InlineData($"{Units}&period={Reform.Period}&by=Week&measure=views")]
    [InlineData($"{Units}&period={Reform.Period}&by=Week&measure=first_reply")]
    [InlineData("unit=tre&period=2026-01-18..2026-01-24&period=2026-01-25..2026-02-05&by=Day")]
    public async Task Both_files_equal_the_screen_cell_by_cell(string query)
    {
        await using var app = await Reform.StartAsync();
        await Reform.AddReadingsAsync(app);
        var visitor = await app.SignInAsync(Role.Commander, "city");
        var screen = Screen(await visitor.ReadAsync("/compare?" + query));
        Assert.True(screen.Count > 5);

        using var csv = await visitor.GetAsync(CompareEndpoints.CsvPath + "?" + query);
        var bytes = await csv.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Compare(screen, [.. Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => Field().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value).ToArray())]);

        using var xlsx = await visitor.GetAsync(CompareEndpoints.XlsxPath + "?" + query);
        using var document = SpreadsheetDocument.Open(new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync()), false);
        Compare(screen, [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(Text).ToArray())]);
    }

    [Theory]
    [InlineData($"{Units}&unit=sen&period={Reform.Period}&measure=valuable_ratio")]
    [InlineData($"{Units}&period={Reform.Period}&measure=followers&by=Day")]
    [InlineData($"{Units}&period={Reform.Period}&measure=views&by=Week")]
    [InlineData("unit=tre&period=2026-01-18..2026-01-24&period=2026-01-25..2026-02-05&by=Day")]
    public async Task What_the_screen_remarks_of_a_line_stands_in_the_file(string query)
    {
        await using var app = await Reform.StartAsync();
        await Reform.AddReadingsAsync(app);
        await Reform.ForgetFollowersAsync(app, "mai");
        var visitor = await app.SignInAsync(Role.Commander, "city");
        var page = await visitor.ReadAsync("/compare?" + query);
        var said = Remarked().Matches(page).Select(m => WebUtility.HtmlDecode(Tag().Replace(m.Groups[1].Value + m.Groups[2].Value, "")).Trim().TrimEnd('.')).Where(remark => remark != "—").ToList();
        Assert.True(said.Count > 2);

        using var csv = await visitor.GetAsync(CompareEndpoints.CsvPath + "?" + query);
        var file = Plain(await csv.Content.ReadAsStringAsync());
        Assert.All(said, remark => Assert.Contains(Plain(remark), file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_periods_of_one_unit_are_told_apart_only_beyond_noise_and_by_the_day_when_their_lengths_differ()
    {
        await using var app = await Reform.StartAsync();
        var visitor = await app.SignInAsync(Role.Commander, "city");

        var page = WebUtility.HtmlDecode(await visitor.ReadAsync("/compare?unit=tre&period=2026-01-18..2026-01-24&period=2026-01-25..2026-02-05&by=Day"));

        Assert.Contains("trong mức dao động so với 25/01/2026–05/02/2026 (tính theo ngày có số)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_stands_in_the_audit_log_with_what_was_asked()
    {
        await using var app = await Reform.StartAsync();
        var visitor = await app.SignInAsync(Role.Chief, "tre");

        using var file = await visitor.GetAsync($"{CompareEndpoints.CsvPath}?unit=tre&unit=lan&period={Reform.Period}");

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("Lan", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = await app.OpenAsync();
        var line = await db.AuditRecords.SingleAsync(l => l.Action == "comparison.downloaded");
        Assert.Equal(("Chief-tre", """{"FileType":"csv"}""", $"/compare?unit=tre&period={Reform.Period}"), (line.Actor, line.Subject, line.After));
    }

    [Fact]
    public async Task The_screen_says_in_words_what_is_restated_and_what_cannot_be_compared()
    {
        await using var app = await Reform.StartAsync();
        var visitor = await app.SignInAsync(Role.Commander, "city");

        var page = await visitor.ReadAsync($"/compare?{Units}&period={Reform.Period}");

        Assert.Contains("Số quy đổi theo sáp nhập, chia tách", page, StringComparison.Ordinal);
        Assert.Contains("Không so sánh được</span> Công an phường Đào: <strong>98", page, StringComparison.Ordinal);
        Assert.Contains("quy đổi từ: Công an phường Mai, Công an phường Sen", page, StringComparison.Ordinal);
        Assert.Contains("Công an quận Bắc kết thúc hoạt động; từ 01/02/2026 trực thuộc Công an thành phố", page, StringComparison.Ordinal);
        var ratio = await visitor.ReadAsync($"/compare?{Units}&period={Reform.Period}&measure=valuable_ratio");
        Assert.Contains($"/tipoffs?unit=tre&state=Valuable&from=2026-01-18&to=2026-02-14", ratio, StringComparison.Ordinal);
        Assert.DoesNotContain("/tipoffs?unit=tre", await (await app.SignInAsync(Role.Analyst, "city")).ReadAsync($"/compare?{Units}&period={Reform.Period}&measure=valuable_ratio"), StringComparison.Ordinal);
    }

    private static void Compare(List<string[]> screen, List<string[]> file)
    {
        Assert.Equal(screen.Count, file.Count);
        foreach (var (shown, written) in screen.Zip(file))
        {
            Assert.Equal(shown.Length, written.Length);
            Assert.All(shown.Zip(written), cell => Assert.Contains(cell.First, Readings(cell.Second)));
        }
    }

    /// <summary>How the screen may show what the file says.</summary>
    private static IEnumerable<string> Readings(string written)
    {
        if (written.Length == 0)
            return ["—", ""];
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return [day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)];
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return [number.ToString("N0", vietnamese), number.ToString("N1", vietnamese), (100 * number).ToString("0.00", vietnamese) + " %", (100 * number).ToString("0.00", vietnamese) + "\u00a0%"];
        return [Plain(written)];
    }

    /// <summary>A page is read with ordinary spaces before its percent signs.</summary>
    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    private static string Text(Cell cell) => cell.StyleIndex?.Value == 3
        ? DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : cell.CellValue?.Text ?? cell.InnerText;

    private static List<string[]> Screen(string page)
    {
        var table = Table().Match(page).Value;
        return [.. RowOf().Matches(table).Select(row => CellOf().Matches(row.Value).Select(m => WebUtility.HtmlDecode(Tag().Replace(m.Groups[1].Value, ""))).ToArray())];
    }

    [GeneratedRegex("""<table class="figures compare-figures">.*?</table>""", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("""<li class="note">(.*?)</li>|<span class="against">(?:<svg.*?</svg>)?(.*?)</span>""", RegexOptions.Singleline)]
    private static partial Regex Remarked();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex RowOf();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex CellOf();

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex Field();
}
