using Command.Messages;

namespace Command.Tests.Messages;

public sealed class InertTextTests
{
    [Theory]
    [InlineData("Chào các anh 👮\nTôi hỏi\tthủ tục", "Chào các anh 👮\nTôi hỏi\tthủ tục")]
    [InlineData("\u202Egnp.exe\u202C \u2066x\u2069 \u200F", "\uFFFDgnp.exe\uFFFD \uFFFDx\uFFFD \uFFFD")]
    [InlineData("a\0b\u001B[31mc\u0085", "a\uFFFDb\uFFFD[31mc\uFFFD")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("", "")]
    public void Marks_that_act_become_a_sign_and_the_rest_stands(string text, string expected) => Assert.Equal(expected, InertText.Of(text));

    [Fact]
    public void What_is_endless_is_cut()
    {
        var shown = InertText.Of(new string('a', 1_000_000));

        Assert.Equal(InertText.MostCharacters + 1, shown.Length);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
    }
}
