using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Command.Tests;

/// <summary>Sees every command that EF Core sends to the databases of one folder.</summary>
internal sealed class QueryWatch : IDisposable
{
    private static readonly ConcurrentDictionary<QueryWatch, string> watches = new();
    private readonly Action<string> seen;

    public QueryWatch(string folder, Action<string> seen)
    {
        this.seen = seen;
        watches[this] = folder;
    }

    public void Dispose() => watches.TryRemove(this, out _);

    /// <summary>EF Core looks for listeners once a second at most: one that came later would miss what is sent at once.</summary>
    [ModuleInitializer]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new Listeners());

    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (watches.IsEmpty || value.Value is not CommandEventData { Command: DbCommand { Connection: { } connection } command })
                return;
            foreach (var (watch, folder) in watches)
            {
                if (connection.DataSource.StartsWith(folder, StringComparison.Ordinal))
                    watch.seen(command.CommandText);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
