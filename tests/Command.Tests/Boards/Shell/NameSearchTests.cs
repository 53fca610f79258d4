using Command.Boards.Shell;

namespace Command.Tests.Boards.Shell;

public sealed class NameSearchTests
{
    [Theory]
    [InlineData("hoa binh", true)]
    [InlineData("HÒA", true)]
    [InlineData("binh phuong", true)]
    [InlineData("", true)]
    [InlineData("hoa minh", false)]
    public void Names_are_found_without_marks_and_in_any_order(string words, bool found) =>
        Assert.Equal(found, NameSearch.Matches("Công an phường Hòa Bình", words));

    [Fact]
    public void The_letter_đ_is_found_as_d() => Assert.True(NameSearch.Matches("Đội Đặc nhiệm", "doi dac"));
}
