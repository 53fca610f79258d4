using Command.Data;
using Command.Jobs;
using Command.People;
using Command.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Jobs;

public sealed class BackupCommandTests
{
    private static readonly CancellationToken none = CancellationToken.None;

    [Fact]
    public async Task A_copy_of_the_running_database_is_whole_and_the_head_beside_it_finds_what_is_cut_off_later()
    {
        await using var app = await TestApp.StartAsync();
        await NoteAsync(app, 3);
        using var stop = new CancellationTokenSource();
        var busy = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                await app.AppendAsync(Happenings.Event(EventKind.Follow, TimeProvider.System.GetUtcNow(), once: $"f{i}"));
        });
        var folder = Path.Combine(app.Folder, "copies");

        var (code, said) = await RunAsync(app, folder);
        await stop.CancelAsync();
        await busy;

        Assert.Equal(0, code);
        var copy = Assert.Single(Directory.GetFiles(folder, "*.db"));
        var head = AuditHead.Parse(await File.ReadAllTextAsync(copy + ".audit"))!;
        Assert.Contains(head.ToString(), said, StringComparison.Ordinal);
        Assert.Equal((await app.Get<AuditLog>().HeadAsync(none)).Count, head.Count);

        // What stood when the copy was made may be copied back, and a line that is missing from it is found.
        File.Copy(copy, Path.Combine(folder, "command.db"));
        CopyKeys(Path.Combine(app.Folder, "keys"), Path.Combine(folder, "keys"));
        await using var restored = await TestApp.StartAsync(folder: folder);
        Assert.Null((await restored.Get<AuditLog>().VerifyAsync(head, none)).Fault);
        await using var db = await restored.OpenAsync();
        Assert.Equal(await db.Events.CountAsync(), await db.RollupDays.Where(r => r.Metric == 6).SumAsync(r => r.Count));
        await db.AuditRecords.Where(r => r.Number == head.Count).ExecuteDeleteAsync();
        Assert.Contains("cut off", (await restored.Get<AuditLog>().VerifyAsync(head, none)).Fault!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_copied_is_told()
    {
        await using var app = await TestApp.StartAsync();
        await using var output = new StringWriter();

        Assert.Equal((1, "Say where the copy goes: --backup FOLDER"), await RunAsync(app, ""));
        Assert.Equal(1, await BackupCommand.RunAsync(new DatabaseSettings("SqlServer", "Server=x", 42), TimeProvider.System, [BackupCommand.Flag, app.Folder], output, none));
        Assert.Contains("--verify-audit", output.ToString(), StringComparison.Ordinal);
        var missing = new DatabaseSettings("Sqlite", $"Data Source={Path.Combine(app.Folder, "none.db")}", 42);
        Assert.Equal(1, await BackupCommand.RunAsync(missing, TimeProvider.System, [BackupCommand.Flag, app.Folder], output, none));
        Assert.False(File.Exists(Path.Combine(app.Folder, "none.db")));
    }

    private static async Task<(int, string)> RunAsync(TestApp app, string folder)
    {
        await using var output = new StringWriter();
        return (await BackupCommand.RunAsync(app.Get<DatabaseSettings>(), TimeProvider.System, [BackupCommand.Flag, folder], output, none), output.ToString().TrimEnd());
    }

    private static async Task NoteAsync(TestApp app, int lines)
    {
        await using var scope = app.Services.CreateAsyncScope();
        for (var i = 0; i < lines; i++)
            await scope.ServiceProvider.GetRequiredService<Acts>().NoteAsync(new AuditEntry("an", "tested", $"{i}"), none);
    }

    private static void CopyKeys(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
