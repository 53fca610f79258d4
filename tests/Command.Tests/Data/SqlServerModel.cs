using Command.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Command.Tests.Data;

/// <summary>The schema as EF Core sees it, read without a server.</summary>
internal static class SqlServerModel
{
    public static SqlServerDb Open() => new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=unused").Options);

    public static IEnumerable<ITable> Tables(CommandDb db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;
}
