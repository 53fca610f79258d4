using Command.Data;
using Command.People;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.People;

public sealed class AuditLogTests
{
    [Fact]
    public async Task A_whole_log_is_found_whole()
    {
        await using var app = await StartAsync(lines: 5);

        var verdict = await app.Get<AuditLog>().VerifyAsync(null, CancellationToken.None);

        Assert.Null(verdict.Fault);
        Assert.Equal(5, verdict.Head.Count);
        Assert.Equal(await app.Get<AuditLog>().HeadAsync(CancellationToken.None), verdict.Head);
    }

    [Theory]
    [InlineData("Actor")]
    [InlineData("Action")]
    [InlineData("Subject")]
    [InlineData("Origin")]
    [InlineData("Before")]
    [InlineData("After")]
    public async Task A_changed_field_is_found(string column)
    {
        await using var app = await StartAsync(lines: 3);
        await ExecuteAsync(app, $"UPDATE AuditRecords SET {column} = 'x' WHERE Number = 2");

        Assert.Equal("Line 2 was changed, or a line before it was.", await FaultAsync(app));
    }

    [Theory]
    [InlineData("UPDATE AuditRecords SET At = At + 1 WHERE Number = 3", "Line 3 was changed, or a line before it was.")]
    [InlineData("DELETE FROM AuditRecords WHERE Number = 1", "Line 1 is missing.")]
    [InlineData("DELETE FROM AuditRecords WHERE Number = 2", "Line 2 is missing.")]
    [InlineData("UPDATE AuditRecords SET Before = NULL, After = Before WHERE Number = 2", "Line 2 was changed, or a line before it was.")]
    public async Task A_line_that_was_moved_or_removed_is_found(string sql, string fault)
    {
        await using var app = await StartAsync(lines: 3);
        await ExecuteAsync(app, sql);

        Assert.Equal(fault, await FaultAsync(app));
    }

    [Fact]
    public async Task Lines_cut_off_at_the_end_are_found_by_a_head_noted_before()
    {
        await using var app = await StartAsync(lines: 4);
        var noted = await app.Get<AuditLog>().HeadAsync(CancellationToken.None);
        await ExecuteAsync(app, "DELETE FROM AuditRecords WHERE Number > 2");

        Assert.Null(await FaultAsync(app));
        Assert.Equal("4 lines were noted, 2 stand: the end was cut off.", await FaultAsync(app, noted));

        await AppendAsync(app, 3);
        Assert.Equal("Line 4 is not the one that was noted: the log was written anew.", await FaultAsync(app, noted));
    }

    [Fact]
    public async Task A_head_noted_before_fits_a_log_that_grew()
    {
        await using var app = await StartAsync(lines: 2);
        var noted = AuditHead.Parse((await app.Get<AuditLog>().HeadAsync(CancellationToken.None)).ToString());
        await AppendAsync(app, 2);

        Assert.Null(await FaultAsync(app, noted));
    }

    [Fact]
    public async Task An_act_that_fails_leaves_no_line()
    {
        await using var app = await StartAsync(lines: 1);
        await using (var db = await app.OpenAsync())
        {
            await app.Get<AuditLog>().AppendAsync(db, new AuditEntry("lan", "unit.renamed"), CancellationToken.None);
            db.Units.AddRange(new Unit { Key = "same" }, new Unit { Key = "same" });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        Assert.Equal(1, (await app.Get<AuditLog>().HeadAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Loading_a_world_is_an_act()
    {
        await using var app = await TestApp.StartAsync(world: """{"units": [{"key": "a", "code": "1", "name": "Công an phường Bến Sen", "kind": "ward"}]}""");

        await using var db = await app.OpenAsync();
        var line = await db.AuditRecords.SingleAsync();
        Assert.Equal(("system", "world.loaded", "world.json"), (line.Actor, line.Action, line.Subject));
    }

    [Fact]
    public async Task The_command_says_what_it_found_and_its_exit_code_too()
    {
        await using var app = await StartAsync(lines: 2);
        var log = app.Get<AuditLog>();

        Assert.Equal((0, $"The audit log is whole: {await log.HeadAsync(CancellationToken.None)}"), await RunAsync("--verify-audit"));
        Assert.Equal((1, "'7' is no head of an audit log; it is written COUNT:DIGEST, as the server's log has it."), await RunAsync("--verify-audit", "7"));
        await ExecuteAsync(app, "DELETE FROM AuditRecords WHERE Number = 1");
        var (code, said) = await RunAsync("--verify-audit");
        Assert.Equal(1, code);
        Assert.StartsWith("The audit log is not whole. Line 1 is missing.", said, StringComparison.Ordinal);

        async Task<(int, string)> RunAsync(params string[] args)
        {
            await using var output = new StringWriter();
            return (await AuditCommand.RunAsync(log, args, output, CancellationToken.None), output.ToString().TrimEnd());
        }
    }

    private static async Task<TestApp> StartAsync(int lines)
    {
        var app = await TestApp.StartAsync();
        await AppendAsync(app, lines);
        return app;
    }

    private static async Task AppendAsync(TestApp app, int lines)
    {
        for (var i = 0; i < lines; i++)
        {
            await using var db = await app.OpenAsync();
            await app.Get<AuditLog>().AppendAsync(db, new AuditEntry("lan", "weights.changed", "wards", "10.1.1.7", "0,5", "0,6"), CancellationToken.None);
            await db.SaveChangesAsync();
        }
    }

    private static async Task<string?> FaultAsync(TestApp app, AuditHead? noted = null) =>
        (await app.Get<AuditLog>().VerifyAsync(noted, CancellationToken.None)).Fault?.ToString();

    private static async Task ExecuteAsync(TestApp app, string sql)
    {
        await using var db = await app.OpenAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
