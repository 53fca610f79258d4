using Command.Boards.Tipoffs;
using Command.Data;
using Command.Tipoffs;
using Microsoft.AspNetCore.WebUtilities;

namespace Command.Tests.Boards.Tipoffs;

public sealed class TipoffAddressTests
{
    [Fact]
    public void A_filter_reads_what_it_wrote()
    {
        var filter = new TipoffFilter
        {
            UnitKey = "a & b",
            Show = TipoffShow.Valuable,
            Category = TipoffCategory.Drugs,
            Urgency = Urgency.Urgent,
            Source = TipoffSource.Phone,
            IsOverdue = true,
            From = new DateOnly(2026, 1, 2),
            To = new DateOnly(2026, 3, 4),
            Page = 7,
        };
        var query = QueryHelpers.ParseQuery(TipoffAddress.Write(filter).Split('?')[1]);
        string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;

        Assert.Equal(filter, TipoffAddress.Read(Of("unit"), Of("state"), Of("category"), Of("urgency"), Of("source"), Of("overdue"), Of("from"), Of("to"), Of("page")));
        Assert.Equal("/tipoffs", TipoffAddress.Write(new TipoffFilter()));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("99")]
    [InlineData("Received,Closed")]
    [InlineData("<script>")]
    public void Nonsense_in_the_address_is_left_out(string nonsense) => Assert.Equal(
        new TipoffFilter(), TipoffAddress.Read("", nonsense, nonsense, nonsense, nonsense, nonsense, nonsense, nonsense, "-5"));
}
