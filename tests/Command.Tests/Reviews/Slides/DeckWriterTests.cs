using Command.Reviews.Slides;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Command.Tests.Reviews.Slides;

public sealed class DeckWriterTests
{
    public static TheoryData<string> Decks => [.. Written.Names];

    [Theory]
    [MemberData(nameof(Decks))]
    public void Office_finds_no_error_in_any_deck(string name)
    {
        using var document = PresentationDocument.Open(new MemoryStream(Written.Of(name)), false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ToList();

        Assert.Empty(errors);
    }
}

/// <summary>Each deck is written once for all tests that look at it.</summary>
internal static class Written
{
    private static readonly Dictionary<string, Lazy<(Deck Deck, byte[] File)>> all = new()
    {
        ["review"] = Once(() => SampleDeck.Of()),
        ["200 units"] = Once(() => SampleDeck.Of(200)),
        ["hostile, one unit"] = Once(() => HostileDeck.Of(1)),
        ["hostile, 60 units"] = Once(() => HostileDeck.Of(60)),
    };

    public static IEnumerable<string> Names => all.Keys;

    public static byte[] Of(string name) => all[name].Value.File;

    public static Deck Description(string name) => all[name].Value.Deck;

    public static byte[] Write(Deck deck)
    {
        using var file = new MemoryStream();
        DeckWriter.Write(deck, file);
        return file.ToArray();
    }

    private static Lazy<(Deck Deck, byte[] File)> Once(Func<Deck> deck) => new(() => (deck(), Write(deck())));
}
