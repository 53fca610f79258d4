using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Api;

public sealed class HealthEndpointsTests
{
    [Fact]
    public async Task Ready_needs_the_database_and_live_does_not()
    {
        await using var database = new TestDatabase();
        var (app, client) = await ApiHost.StartAsync(database, ApiHost.Key);
        await using (app)
        using (client)
        {
            var (status, ready) = await GetAsync(client, "/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal("Unhealthy", (string)ready["checks"]!["database"]!["status"]!);
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/health/live")).Status);

            await using (var db = database.CreateDbContext())
                await db.Database.MigrateAsync();
            (status, ready) = await GetAsync(client, "/health/ready");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal("Healthy", (string)ready["checks"]!["database"]!["status"]!);
        }
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(HttpClient client, string path)
    {
        var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
