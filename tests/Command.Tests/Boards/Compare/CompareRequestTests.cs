using Command.Boards.Compare;
using Command.Comparable;

namespace Command.Tests.Boards.Compare;

public sealed class CompareRequestTests
{
    [Fact]
    public void An_address_says_what_is_compared_and_is_read_back()
    {
        var request = new CompareRequest(["sen", "mai & đào"], ["2026-03", "2026-01-01..2026-01-09"], Measure.ValuableRatio, Step.Week);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x" + request.Address()).Query);

        Assert.Equal(request, CompareRequest.Read(query["unit"], query["period"], query["measure"], query["by"]));
    }

    [Fact]
    public void What_makes_no_sense_is_left_out()
    {
        var request = CompareRequest.Read([null, "", "sen", "sen", .. Enumerable.Range(0, 20).Select(i => $"u{i}")], null, "no such", "9");

        Assert.Equal((CompareRequest.MostLines, Measure.Messages, (Step?)null), (request.Units.Count, request.Measure, request.By));
        Assert.Equal("/compare", new CompareRequest([], [], Measure.Messages, null).Address());
    }
}
