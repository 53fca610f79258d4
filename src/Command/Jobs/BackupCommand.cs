using System.Globalization;
using Command.Data;
using Command.People;
using Microsoft.Data.Sqlite;

namespace Command.Jobs;

/// <summary>
/// <c>--backup FOLDER</c>: a consistent copy of the SQLite file, also while the server runs, and beside it the head of
/// the audit log in that copy, which <see cref="AuditCommand"/> takes. Exit code 0: both stand; 1: it says why not.
/// </summary>
public static class BackupCommand
{
    public const string Flag = "--backup";

    public static bool IsAsked(IReadOnlyList<string> args) => args.Contains(Flag);

    public static async Task<int> RunAsync(DatabaseSettings settings, TimeProvider time, string[] args, TextWriter output, CancellationToken cancellation)
    {
        if (args.ElementAtOrDefault(Array.IndexOf(args, Flag) + 1) is not { Length: > 0 } folder || folder.StartsWith("--", StringComparison.Ordinal))
            return await FailAsync("Say where the copy goes: --backup FOLDER");
        if (settings.SqliteFile is not { } file)
            return await FailAsync("SQL Server makes its own backups; run --verify-audit beside each and keep the COUNT:DIGEST that it prints.");
        if (!File.Exists(file))
            return await FailAsync($"There is no database at '{file}'.");
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"command-{time.GetUtcNow():yyyyMMdd-HHmmss}.db"));
        if (File.Exists(copy))
            return await FailAsync($"'{copy}' stands already and is not overwritten.");
        await CopyAsync(settings.ConnectionString, copy, cancellation);
        var head = await HeadAsync(copy, cancellation);
        await File.WriteAllTextAsync(copy + ".audit", head.ToString(), cancellation);
        await output.WriteLineAsync($"Copied to '{copy}'. Audit log: {head}. The keys are not in it: keep a copy of Keys:Path, in another place.");
        return 0;

        async Task<int> FailAsync(string why)
        {
            await output.WriteLineAsync(why);
            return 1;
        }
    }

    /// <summary>A copy that was cut off bears another name.</summary>
    private static async Task CopyAsync(string connectionString, string copy, CancellationToken cancellation)
    {
        var unfinished = copy + ".unfinished";
        File.Delete(unfinished);
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", unfinished);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
        File.Move(unfinished, copy);
    }

    private static async Task<AuditHead> HeadAsync(string copy, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Number, Digest FROM AuditRecords ORDER BY Number DESC LIMIT 1";
        await using var last = await command.ExecuteReaderAsync(cancellation);
        return await last.ReadAsync(cancellation)
            ? new AuditHead(last.GetInt64(0), Convert.ToHexStringLower(await last.GetFieldValueAsync<byte[]>(1, cancellation)))
            : AuditHead.Empty;
    }
}
