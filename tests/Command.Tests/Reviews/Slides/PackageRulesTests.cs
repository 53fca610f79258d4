using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Command.Tests.Reviews.Slides;

/// <summary>Every deck keeps the rules of a strict office, and each rule sees what breaks it.</summary>
public sealed class PackageRulesTests
{
    public static TheoryData<string> Decks => [.. Written.Names];

    [Theory]
    [MemberData(nameof(Decks))]
    public void No_deck_is_to_be_repaired(string name) => Assert.Empty(PackageRules.Faults(Written.Of(name)));

    [Theory]
    [InlineData("one entry a name", "+ppt/presentation.XML", "", "x")]
    [InlineData("names of entries", "+ppt\\slides\\odd.bin", "", "x")]
    [InlineData("XML that can be read", "ppt/slides/slide2.xml", "<a:t>", "<a:t>&#1;")]
    [InlineData("XML that can be read", "ppt/slides/slide2.xml", "^", "<!DOCTYPE p SYSTEM \"x\">")]
    [InlineData("relationships of a part", "+ppt/slides/_rels/slide99.xml.rels", "", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\" />")]
    [InlineData("one relationship an id", "ppt/slides/_rels/slide2.xml.rels", "Id=\"rId\\d+\"", "Id=\"rId1\"")]
    [InlineData("nothing outside the file", "ppt/slides/_rels/slide2.xml.rels", "</Relationships>", "<Relationship Id=\"rIdX\" Type=\"x/image\" TargetMode=\"External\" Target=\"http://elsewhere.test/a.png\" /></Relationships>")]
    [InlineData("targets that exist", "ppt/slides/_rels/slide2.xml.rels", "slideLayout2.xml", "slideLayout7.xml")]
    [InlineData("targets that exist", "-ppt/slideLayouts/slideLayout2.xml", "", "")]
    [InlineData("no part that nobody names", "+ppt/media/left.xml", "", "<left />")]
    [InlineData("a type for each part", "[Content_Types].xml", "<Override PartName=\"/ppt/slides/slide2.xml\"[^>]*>", "")]
    [InlineData("a type for each part", "[Content_Types].xml", "<Default Extension=\"xlsx\"[^>]*>", "")]
    [InlineData("a type for each part", "[Content_Types].xml", "/ppt/slides/slide2.xml", "/ppt/slides/slide99.xml")]
    [InlineData("one shape an id", "ppt/slides/slide2.xml", "(cNvPr id=)\"\\d+\"", "$1\"2\"")]
    [InlineData("one shape an id", "ppt/slides/slide2.xml", "(cNvPr id=)\"2\"", "$1\"0\"")]
    [InlineData("ids of slides", "ppt/presentation.xml", "sldId id=\"257\"", "sldId id=\"256\"")]
    [InlineData("ids of masters and layouts", "ppt/slideMasters/slideMaster1.xml", "sldLayoutId id=\"\\d+\"", "sldLayoutId id=\"2147483648\"")]
    [InlineData("relationships that are named", "ppt/slides/_rels/slide4.xml.rels", "<Relationship Type=\"[^\"]*/chart\"[^>]*>", "")]
    [InlineData("slides that are shown", "ppt/presentation.xml", "<p:sldId id=\"257\"[^>]*>", "")]
    [InlineData("one layout a slide", "ppt/slides/_rels/slide2.xml.rels", "<Relationship Type=\"[^\"]*/slideLayout\"[^>]*>", "")]
    [InlineData("one master a layout", "ppt/slideLayouts/_rels/slideLayout2.xml.rels", "<Relationship Type=\"[^\"]*/slideMaster\"[^>]*>", "")]
    [InlineData("one theme a master", "ppt/notesMasters/_rels/notesMaster1.xml.rels", "Target=\"[^\"]*theme2.xml\"", "Target=\"/ppt/slideMasters/theme/theme1.xml\"")]
    [InlineData("layouts that are listed", "ppt/slideMasters/slideMaster1.xml", "<p:sldLayoutId id=\"2147483650\"[^>]*>", "")]
    [InlineData("notes lead both ways", "ppt/notesSlides/_rels/notesSlide1.xml.rels", "slide1.xml", "slide2.xml")]
    [InlineData("notes lead both ways", "ppt/slides/_rels/slide2.xml.rels", "notesSlide2.xml", "notesSlide1.xml")]
    [InlineData("placeholders of the layout", "ppt/slides/slide2.xml", "(<p:ph [^>]*idx=)\"\\d+\"", "$1\"77\"")]
    [InlineData("axes of a chart", "ppt/slides/charts/chart1.xml", "(<c:crossAx val=)\"\\d+\"", "$1\"77\"")]
    [InlineData("axes of a chart", "ppt/slides/charts/chart1.xml", "(<c:axId val=)\"\\d+\"", "$1\"77\"")]
    [InlineData("series of a chart", "ppt/slides/charts/chart1.xml", "(<c:order val=)\"\\d+\"", "$1\"0\"")]
    [InlineData("points of a cache", "ppt/slides/charts/chart1.xml", "(<c:ptCount val=)\"\\d+\"", "$1\"1\"")]
    [InlineData("points of a cache", "ppt/slides/charts/chart1.xml", "<c:numCache>(.*?)<c:v>[^<]*", "<c:numCache>$1<c:v>NaN")]
    [InlineData("points of a cache", "ppt/slides/charts/chart1.xml", "(<c:f>Sheet1!\\$B\\$2:\\$B\\$)\\d+", "${1}99")]
    [InlineData("one workbook a chart", "ppt/slides/charts/chart1.xml", "<c:externalData.*?</c:externalData>", "")]
    [InlineData("one workbook a chart", "ppt/slides/charts/_rels/chart2.xml.rels", "Target=\"[^\"]*\"", "Target=\"/ppt/slides/charts/embeddings/package.xlsx\"")]
    [InlineData("a workbook that can be read", "ppt/slides/charts/embeddings/package.xlsx", "^", "PK no more")]
    [InlineData("cells of a table", "ppt/slides/slide3.xml", "<a:gridCol [^>]*?(/>|>.*?</a:gridCol>)", "")]
    public void A_broken_package_is_told_by_the_rule_that_it_breaks(string rule, string part, string what, string by)
    {
        var whole = Written.Of("review");

        var faults = PackageRules.Faults(Broken(whole, part, what, by));

        Assert.Contains(faults, f => f.StartsWith($"{rule}:", StringComparison.Ordinal));
    }

    /// <param name="part">"+": one more; "-": one less.</param>
    private static byte[] Broken(byte[] whole, string part, string what, string by)
    {
        var parts = PackageRules.Read(whole).ToList();
        var name = part.TrimStart('+', '-');
        if (part[0] == '+')
        {
            parts.Add(new(name, Encoding.UTF8.GetBytes(by)));
        }
        else if (part[0] == '-')
        {
            Assert.Equal(1, parts.RemoveAll(p => p.Key == name));
        }
        else
        {
            var at = parts.FindIndex(p => p.Key == name);
            var text = Encoding.UTF8.GetString(parts[at].Value);
            var broken = Regex.Replace(text, what, by, RegexOptions.Singleline);
            Assert.NotEqual(text, broken);
            parts[at] = new(name, Encoding.UTF8.GetBytes(broken));
        }

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entry, bytes) in parts)
            {
                using var stream = zip.CreateEntry(entry).Open();
                stream.Write(bytes);
            }
        }

        return file.ToArray();
    }
}
