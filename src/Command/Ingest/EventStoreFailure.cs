using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Command.Ingest;

/// <summary>Tells a store that is busy, where trying again at once would only wait again, from a failed statement.</summary>
public static class EventStoreFailure
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqlServerTimeout = -2;
    private const int SqlServerDeadlock = 1205;
    private const int SqlServerLockTimeout = 1222;

    /// <summary>Severity from which the server, or the network, has closed the connection.</summary>
    private const byte SqlServerFatal = 20;

    public static bool IsBusy(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        SqlException server => server.Number is SqlServerTimeout or SqlServerDeadlock or SqlServerLockTimeout || server.Class >= SqlServerFatal,
        StoreBusyException => true,
        _ => false,
    };
}
