using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Command.Ingest;

/// <summary>
/// A prepared statement with parameters ?1, ?2, …, close to SQLite: a batch runs a thousand of them, and the objects of
/// a command, its parameters and its reader would cost more than the rows they write.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public SqliteStatement Bind(int parameter, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(statement, parameter, number) : raw.sqlite3_bind_null(statement, parameter));
        return this;
    }

    public SqliteStatement Bind(int parameter, DateTimeOffset? instant) => Bind(parameter, instant?.ToUnixTimeMilliseconds());

    public SqliteStatement Bind(int parameter, string value)
    {
        Check(raw.sqlite3_bind_text(statement, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, byte[] value)
    {
        Check(raw.sqlite3_bind_blob(statement, parameter, value));
        return this;
    }

    /// <summary>True while there is a row.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code == raw.SQLITE_DONE)
            return false;
        raw.sqlite3_reset(statement);
        Check(code);
        return false;
    }

    /// <summary>Must follow the last <see cref="Step"/>; parameters stay bound.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    public void Run()
    {
        Step();
        Reset();
    }

    public long? Long(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(statement, column);

    public DateTimeOffset? Instant(int column) => Long(column) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, database);
    }
}
