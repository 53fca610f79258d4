using System.Reflection;
using Command.Ingest;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Command.Tests.Ingest;

/// <summary>T-SQL as Microsoft's own parser reads it.</summary>
internal static class Tsql
{
    /// <summary>Name and text of everything the store says.</summary>
    public static IReadOnlyDictionary<string, string> Statements { get; } = typeof(SqlServerStatements)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => (string)field.GetValue(null)!);

    /// <summary>Of SQL Server 2016, the first that knows OPENJSON, and of 2022.</summary>
    public static IReadOnlyList<TSqlParser> Parsers => [new TSql130Parser(initialQuotedIdentifiers: true), new TSql160Parser(initialQuotedIdentifiers: true)];

    public static List<string> Errors(TSqlParser parser, string text)
    {
        _ = parser.Parse(new StringReader(text), out var errors);
        return [.. errors.Select(e => $"{e.Line}:{e.Column} {e.Message}")];
    }

    public static List<TSqlStatement> Parse(string text)
    {
        var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out _);
        return [.. script.Batches.SelectMany(batch => batch.Statements)];
    }

    /// <summary>Everything of one kind in a piece of a statement.</summary>
    public static List<T> All<T>(TSqlFragment fragment)
        where T : TSqlFragment
    {
        var gatherer = new Gatherer<T>();
        fragment.Accept(gatherer);
        return gatherer.Found;
    }

    public static string Text(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(token => token.Text));

    /// <summary>Column and type of a WITH clause; its JSON property when that is named otherwise.</summary>
    public static List<(string Name, string Type, string? Path)> Columns(OpenJsonTableReference json) =>
        [.. json.SchemaDeclarationItems.Select(item => (item.ColumnDefinition.ColumnIdentifier.Value, Text(item.ColumnDefinition.DataType), (item.Mapping as StringLiteral)?.Value))];

    private sealed class Gatherer<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment node)
        {
            if (node is T found)
                Found.Add(found);
        }
    }
}
