using System.Net;
using System.Net.Sockets;
using Command.Data;
using Command.Ingest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Ingest;

/// <summary>What the store does where no server answers; what it does with one is said by the contract.</summary>
public sealed class SqlServerEventStoreTests
{
    [Fact]
    public void A_server_that_does_not_answer_is_a_busy_store()
    {
        var store = Chosen("SqlServer", $"Server=127.0.0.1,{UnusedPort()};Database=command;User Id=nobody;Password=nothing;Encrypt=false");

        var failure = Assert.Throws<StoreBusyException>(store.Begin);

        Assert.True(EventStoreFailure.IsBusy(failure));
        Assert.True(EventStoreFailure.IsBusy(failure.InnerException!));
    }

    [Fact]
    public void The_engine_is_chosen_by_two_settings()
    {
        Assert.IsType<SqlServerEventStore>(Chosen("SqlServer", "Server=unused"));
        Assert.IsType<SqliteEventStore>(Chosen("Sqlite", "Data Source=unused.db"));
    }

    [Fact]
    public void A_failure_of_one_statement_is_not_a_busy_store() => Assert.False(EventStoreFailure.IsBusy(new InvalidOperationException()));

    private static EventStore Chosen(string provider, string connectionString)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:Provider", provider), new("Database:ConnectionString", connectionString)])
            .Build();
        return new ServiceCollection().AddCommandDb(configuration).AddEventStore().BuildServiceProvider().GetRequiredService<EventStore>();
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
