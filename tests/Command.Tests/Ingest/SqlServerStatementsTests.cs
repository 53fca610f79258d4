using Command.Data;
using Command.Tests.Data;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Command.Tests.Ingest;

/// <summary>What can be known of the store's T-SQL without a server: that it parses, and names what the schema has.</summary>
public sealed class SqlServerStatementsTests : IDisposable
{
    private readonly SqlServerDb db = SqlServerModel.Open();

    public static TheoryData<string> Names => [.. Tsql.Statements.Keys];

    public void Dispose() => db.Dispose();

    [Theory, MemberData(nameof(Names))]
    public void It_parses(string name) =>
        Assert.All(Tsql.Parsers, parser => Assert.Empty(Tsql.Errors(parser, Tsql.Statements[name])));

    [Fact]
    public void The_committed_script_parses() =>
        Assert.All(Tsql.Parsers, parser => Assert.Empty(Tsql.Errors(parser, RepositoryFiles.Read("db", "sqlserver", "command.sql"))));

    [Fact]
    public void A_misspelt_statement_would_not_parse() =>
        Assert.All(Tsql.Parsers, parser => Assert.NotEmpty(Tsql.Errors(parser, "INSERT INTO Events SELEC 1")));

    [Theory, MemberData(nameof(Names))]
    public void It_does_without_MERGE(string name) =>
        Assert.All(Tsql.Parse(Tsql.Statements[name]), statement => Assert.Empty(Tsql.All<MergeStatement>(statement)));

    [Theory, MemberData(nameof(Names))]
    public void Every_column_it_names_exists(string name)
    {
        foreach (var statement in Tsql.Parse(Tsql.Statements[name]))
        {
            var sources = Sources(statement);
            Assert.Empty(Tsql.All<ColumnReferenceExpression>(statement)
                .Select(column => column.MultiPartIdentifier)
                .Where(column => column is { Count: 2 } && !(sources.TryGetValue(column[0].Value, out var known) && known.Contains(column[1].Value)))
                .Select(column => $"{column[0].Value}.{column[1].Value}"));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_row_it_inserts_has_a_value_for_each_column_that_needs_one(string name)
    {
        foreach (var insert in Tsql.Parse(Tsql.Statements[name]).OfType<InsertStatement>().Select(s => s.InsertSpecification))
        {
            var table = Table(((NamedTableReference)insert.Target).SchemaObject.BaseIdentifier.Value);
            var given = insert.Columns.Select(c => c.MultiPartIdentifier[0].Value).ToList();

            Assert.Empty(given.Except(table.Columns.Select(c => c.Name)));
            Assert.Empty(table.Columns.Where(IsNeeded).Select(c => c.Name).Except(given));
            var select = (QuerySpecification)((SelectInsertSource)insert.InsertSource).Select;
            Assert.Equal(given.Count, select.SelectElements.Count);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_JSON_column_has_the_type_of_the_table_column_that_it_meets(string name)
    {
        foreach (var statement in Tsql.Parse(Tsql.Statements[name]))
        {
            var tables = Tsql.All<NamedTableReference>(statement).Select(t => Find(t.SchemaObject.BaseIdentifier.Value)).OfType<ITable>().ToList();
            var types = tables.SelectMany(t => t.Columns).GroupBy(c => c.Name).ToDictionary(g => g.Key, g => g.First().StoreType);
            foreach (var (column, type, path) in Tsql.All<OpenJsonTableReference>(statement).SelectMany(Tsql.Columns).Where(c => types.ContainsKey(c.Name) && c.Path is null))
            {
                // OPENJSON decodes base64 for varbinary only.
                Assert.Equal(types[column] == "binary(16)" ? "varbinary(16)" : types[column], type);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void What_decides_whether_a_row_is_missing_is_locked_until_the_commit(string name)
    {
        foreach (var insert in Tsql.Parse(Tsql.Statements[name]).OfType<InsertStatement>())
        {
            var target = ((NamedTableReference)insert.InsertSpecification.Target).SchemaObject.BaseIdentifier.Value;
            var decisive = Tsql.All<ExistsPredicate>(insert).SelectMany(Tsql.All<NamedTableReference>).ToList();
            Assert.Equal(name == "Words" ? [] : [target], decisive.Select(t => t.SchemaObject.BaseIdentifier.Value).Distinct());
            Assert.All(decisive, table => Assert.Equal([TableHintKind.UpdLock, TableHintKind.HoldLock], table.TableHints.Select(h => h.HintKind)));
        }
    }

    /// <summary>Columns by alias: of tables, of WITH clauses, of common table expressions, and of what was inserted.</summary>
    private Dictionary<string, HashSet<string>> Sources(TSqlStatement statement)
    {
        var sources = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var expressions = Tsql.All<CommonTableExpression>(statement).ToDictionary(
            cte => cte.ExpressionName.Value,
            cte => Tsql.All<SelectScalarExpression>(((QuerySpecification)cte.QueryExpression)).Select(e => ((ColumnReferenceExpression)e.Expression).MultiPartIdentifier[1].Value));
        foreach (var table in Tsql.All<NamedTableReference>(statement).Where(t => t.Alias is not null))
        {
            var name = table.SchemaObject.BaseIdentifier.Value;
            sources[table.Alias.Value] = [.. expressions.TryGetValue(name, out var columns) ? columns : Table(name).Columns.Select(c => c.Name)];
        }

        foreach (var json in Tsql.All<OpenJsonTableReference>(statement))
            sources[json.Alias.Value] = [.. Tsql.Columns(json).Select(c => c.Name)];
        var changed = statement switch
        {
            InsertStatement insert => ((NamedTableReference)insert.InsertSpecification.Target).SchemaObject.BaseIdentifier.Value,
            UpdateStatement { UpdateSpecification.OutputClause: not null } => "ChangeCounters",
            _ => null,
        };
        if (changed is not null)
            sources["inserted"] = [.. Table(changed).Columns.Select(c => c.Name)];
        return sources;
    }

    private ITable Table(string name) => Find(name) ?? throw new InvalidOperationException($"The schema has no table {name}.");

    private ITable? Find(string name) => SqlServerModel.Tables(db).SingleOrDefault(t => t.Name == name);

    private static bool IsNeeded(IColumn column) =>
        !column.IsNullable && column.DefaultValueSql is null && column.PropertyMappings[0].Property.ValueGenerated == ValueGenerated.Never;
}
