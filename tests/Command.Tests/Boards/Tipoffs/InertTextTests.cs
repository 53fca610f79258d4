using Command.Boards.Tipoffs;

namespace Command.Tests.Boards.Tipoffs;

public sealed class InertTextTests
{
    [Theory]
    [InlineData("Trộm ở hẻm 4\nlúc 2 giờ", "Trộm ở hẻm 4\nlúc 2 giờ")]
    [InlineData("a\u202Eb", "a[U+202E]b")]
    [InlineData("a\u2066b\u2069\u200Fc\u200B", "a[U+2066]b[U+2069][U+200F]c[U+200B]")]
    [InlineData("a\0b\u001B[31m\r\n", "a[U+0000]b[U+001B][31m\n")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void What_cannot_be_seen_is_written_out(string words, string shown) => Assert.Equal(shown, InertText.Of(words));

    [Fact]
    public void Half_a_letter_does_no_harm() => Assert.Equal("a\uFFFDb", InertText.Of("a\uD800b"));
}
