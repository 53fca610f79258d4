using Command.Data;
using Command.People;
using Microsoft.AspNetCore.Builder;

namespace Command.Tests.People;

public sealed class LoopbackTests
{
    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://192.168.1.20:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://loopback:5080")]
    [InlineData("http://someone@localhost:5080")]
    [InlineData("http://localhost:5080;http://10.0.0.1:5080")]
    [InlineData("not an address")]
    public void An_address_that_others_could_reach_is_refused_with_a_sentence(string urls)
    {
        var refused = Assert.Throws<SettingException>(() => Builder("--Urls=" + urls).RequireLoopback());
        Assert.Contains("only localhost, 127.0.0.1 and [::1] are allowed", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("https://[::1]:5081; http://LOCALHOST:5080")]
    public void This_machine_is_allowed(string urls) => Builder("--Urls=" + urls).RequireLoopback();

    [Fact]
    public void Endpoints_of_Kestrel_are_no_way_around_it() =>
        Assert.Throws<SettingException>(() => Builder("--Kestrel:Endpoints:Open:Url=http://0.0.0.0:5080").RequireLoopback());

    private static WebApplicationBuilder Builder(params string[] args) => WebApplication.CreateBuilder(args);
}
