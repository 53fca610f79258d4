using System.Net;
using System.Net.Sockets;
using System.Text;
using Command.Ingest;

namespace Command.Tests.Ingest;

/// <summary>What requests under way hold in memory has a bound, and room comes back.</summary>
public sealed class IntakeTests
{
    private const int LongestBody = 256 * 1024;

    /// <summary>What a request weighs without its body.</summary>
    private const int RequestBytes = 4_096;

    [Theory]
    [InlineData(800L)]
    [InlineData(256L * 1024)]
    [InlineData(null)]
    public void Room_runs_out_and_comes_back(long? length)
    {
        var intake = new Intake();
        var entered = 0;
        while (intake.TryEnter(length))
            entered++;

        Assert.InRange(entered, 1, Intake.MostBytes / RequestBytes);
        Assert.False(intake.TryEnter(length));
        Assert.Equal(entered, intake.Requests);
        intake.Leave(length);
        Assert.Equal(entered - 1, intake.Requests);
        Assert.True(intake.TryEnter(length));
    }

    [Fact]
    public async Task Beyond_the_bound_a_door_answers_503_and_when_the_others_are_gone_it_answers_as_before()
    {
        await using var app = (await TestApp.StartAsync()).Knowing("100");
        var post = () => app.Http.PostZaloAsync(TestDoor.ZaloText("100", "7", "m1", DateTimeOffset.UnixEpoch.AddYears(55)));

        // Bodies whose last byte is never sent.
        var halves = new List<TcpClient>();
        for (var i = 0; i < Intake.MostBytes / (RequestBytes + LongestBody); i++)
            halves.Add(await HalfAsync(app.Address));
        // A post under way takes the room of the last of them.
        Assert.True(SpinWait.SpinUntil(() => app.Get<Intake>().Requests == halves.Count, TimeSpan.FromMinutes(1)));
        var answer = await AfterAsync(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);

        foreach (var half in halves)
            half.Dispose();
        Assert.Equal(HttpStatusCode.OK, (await AfterAsync(HttpStatusCode.ServiceUnavailable)).StatusCode);

        // The first answer that is another.
        async Task<HttpResponseMessage> AfterAsync(HttpStatusCode status)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (true)
            {
                var answer = await post();
                if (answer.StatusCode != status)
                    return answer;
                patience.Token.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>All of a body but its last byte: with less, the server gives a sender up who is slower than 240 bytes a second.</summary>
    private static async Task<TcpClient> HalfAsync(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /ingest/zalo HTTP/1.1\r\nHost: {address.Authority}\r\nX-ZEvent-Signature: mac=00\r\nContent-Length: {LongestBody}\r\n\r\n{new string(' ', LongestBody - 1)}"));
        return client;
    }
}
