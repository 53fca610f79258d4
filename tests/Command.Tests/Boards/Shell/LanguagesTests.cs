using Command.Boards.Shell;

namespace Command.Tests.Boards.Shell;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/?unit=tan-phu", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("/a\r\nSet-Cookie: x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_language_switch_leads_back_into_this_application_only(string? address, bool expected) =>
        Assert.Equal(expected, Languages.IsLocal(address));
}
