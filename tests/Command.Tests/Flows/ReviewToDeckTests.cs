using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Command.Data;
using Command.Tests.Reviews;
using Command.Tests.Reviews.Slides;
using Command.Tipoffs;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Flows;

/// <summary>From counted days to the conference: files as a browser downloads them, read as a zip of XML.</summary>
public sealed class ReviewToDeckTests
{
    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en")]
    public async Task A_frozen_review_is_downloaded_twice_the_same_whatever_happens_between(string language)
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        await conference.RemarkAsync(review.Id, await conference.StaffAsync(), "", "Bà con tin tưởng hơn.");
        await conference.FreezeAsync(review.Id);
        var visitor = await conference.App.SignInAsync(Role.Analyst, "north");
        using (await visitor.GetAsync($"/language?to={language[..2]}"))
        {
        }

        Uri[] addresses = [new($"/reviews/{review.Id}/deck?language={language[..2]}", UriKind.Relative), new($"/reviews/{review.Id}/workbook", UriKind.Relative)];

        var first = await Task.WhenAll(addresses.Select(visitor.Http.GetByteArrayAsync));
        conference.Wards.Clock.Now += TimeSpan.FromMinutes(10);
        await conference.Wards.ReceiveAsync("sen", 1, 0, 0);
        var second = await Task.WhenAll(addresses.Select(visitor.Http.GetByteArrayAsync));

        Assert.Equal(first[0], second[0]);
        Assert.Equal(first[1], second[1]);
        Assert.All(first, AssertNamesNoTime);
        Assert.Equal(language == "en" ? "Totals" : "Số liệu chung", Sheets(first[1])[0]);
        using var deck = new DeckReader(first[0]);
        Assert.Contains(deck.Slides().SelectMany(deck.Texts), t => t == "Bà con tin tưởng hơn.");
        Assert.Contains(language == "en" ? "One figure changed beyond noise against 1/2026" : "Một chỉ số thay đổi vượt mức dao động so với tháng 1/2026", deck.Slides().Select(deck.Title));
        Assert.All(deck.Slides(), slide => Assert.False(string.IsNullOrWhiteSpace(deck.Notes(slide))));
        using var document = PresentationDocument.Open(new MemoryStream(first[0]), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Description}"));
    }

    [Fact]
    public async Task The_workbook_has_real_numbers_and_its_annex_is_for_those_who_see_records()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        var analyst = await conference.App.SignInAsync(Role.Analyst, "north");
        var chief = await conference.App.SignInAsync(Role.Chief, "north");

        var plain = await analyst.Http.GetByteArrayAsync(new Uri($"/reviews/{review.Id}/workbook", UriKind.Relative));
        using var refused = await analyst.GetAsync($"/reviews/{review.Id}/workbook?annex=1");
        var full = await chief.Http.GetByteArrayAsync(new Uri($"/reviews/{review.Id}/workbook?annex=1", UriKind.Relative));
        using var elsewhere = await (await conference.App.SignInAsync(Role.Commander, "south")).GetAsync($"/reviews/{review.Id}/workbook");
        using var below = await (await conference.App.SignInAsync(Role.Chief, "sen")).GetAsync($"/reviews/{review.Id}/deck");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, elsewhere.StatusCode, below.StatusCode));
        using var document = SpreadsheetDocument.Open(new MemoryStream(full), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var totals = Rows(plain, "xl/worksheets/sheet1.xml");
        Assert.Equal("200", totals.Single(r => r[0] == "Tin nhắn")[1]);
        var ratio = totals.Single(r => r[0] == "Tỷ lệ tin có giá trị");
        Assert.Equal(["0.5", "30", "60"], ratio[1..4]);
        Assert.Equal(12, Sheets(plain).Count);
        Assert.Equal(("Phụ lục tin báo", 13), (Sheets(full)[^1], Sheets(full).Count));
        Assert.Equal(61, Rows(full, "xl/worksheets/sheet13.xml").Count);
        var moments = Cells(full, "xl/worksheets/sheet13.xml", 2).ToList();
        Assert.All(moments, c => Assert.Equal((2026, 2, @"yyyy\-mm\-dd\ hh:mm"), (DateTime.FromOADate(c.Number).Year, DateTime.FromOADate(c.Number).Month, c.Format)));
        var first = Cells(full, "xl/worksheets/sheet2.xml", 0).Last();
        Assert.Equal((new DateTime(2026, 2, 1), @"yyyy\-mm\-dd"), (DateTime.FromOADate(first.Number), first.Format));
        Assert.DoesNotContain("Có trộm", string.Join(' ', Rows(full, "xl/worksheets/sheet13.xml").SelectMany(r => r)), StringComparison.Ordinal);
        await using var db = await conference.App.OpenAsync();
        Assert.Equal(["""{"FileType":"xlsx"}""", """{"FileType":"xlsx","Rows":60}"""], (await db.AuditRecords.Where(l => l.Action == "review.downloaded").OrderBy(l => l.Number).ToListAsync()).Select(l => l.After));
    }

    [Fact]
    public async Task The_annex_of_a_frozen_review_stays_as_it_was()
    {
        await using var conference = await Conference.StartAsync();
        var one = await conference.Wards.ReceiveAsync("sen", 1, 0, 0);
        var review = await conference.MakeAsync();
        await conference.FreezeAsync(review.Id);
        var chief = await conference.App.SignInAsync(Role.Chief, "north");
        var annex = new Uri($"/reviews/{review.Id}/workbook?annex=1", UriKind.Relative);

        var first = await chief.Http.GetByteArrayAsync(annex);
        conference.Wards.Clock.Now += TimeSpan.FromMinutes(10);
        await conference.Wards.DoAsync(one, Step.Return("xem lại"), await conference.Wards.CommanderAsync());
        await conference.Wards.ReceiveAsync("sen", 0, 1, 0);
        var second = await chief.Http.GetByteArrayAsync(annex);

        Assert.Equal("có giá trị", Rows(first, "xl/worksheets/sheet13.xml").Single(r => r[0] == one.Number)[5]);
        Assert.Equal(Rows(first, "xl/worksheets/sheet13.xml"), Rows(second, "xl/worksheets/sheet13.xml"));
        Assert.Equal(first, second);
    }

    /// <summary>Two zips of the same two seconds would be alike though a clock wrote into them.</summary>
    internal static void AssertNamesNoTime(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        foreach (var inner in zip.Entries.Where(e => e.Name.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            using var bytes = new MemoryStream();
            using (var stream = inner.Open())
                stream.CopyTo(bytes);
            AssertNamesNoTime(bytes.ToArray());
        }
    }

    private static List<string> Sheets(byte[] file) => [.. Xml(file, "xl/workbook.xml").Descendants().Where(e => e.Name.LocalName == "sheet").Select(e => e.Attribute("name")!.Value)];

    private static List<string[]> Rows(byte[] file, string sheet) =>
        [.. Xml(file, sheet).Descendants().Where(e => e.Name.LocalName == "row").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];

    /// <summary>The numbers of a column under its head, and how each is formatted.</summary>
    private static IEnumerable<(double Number, string Format)> Cells(byte[] file, string sheet, int column)
    {
        var styles = Xml(file, "xl/styles.xml").Descendants().ToList();
        var formats = styles.Where(e => e.Name.LocalName == "numFmt").ToDictionary(e => e.Attribute("numFmtId")!.Value, e => e.Attribute("formatCode")!.Value);
        var looks = styles.Single(e => e.Name.LocalName == "cellXfs").Elements().Select(x => formats.GetValueOrDefault(x.Attribute("numFmtId")?.Value ?? "", "")).ToList();
        return Xml(file, sheet).Descendants().Where(e => e.Name.LocalName == "row").Skip(1).Select(row => row.Elements().ElementAt(column))
            .Select(cell => (double.Parse(cell.Value, CultureInfo.InvariantCulture), looks[int.Parse(cell.Attribute("s")?.Value ?? "0", CultureInfo.InvariantCulture)]));
    }

    private static XDocument Xml(byte[] file, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var stream = zip.GetEntry(path)!.Open();
        return XDocument.Load(stream);
    }
}
