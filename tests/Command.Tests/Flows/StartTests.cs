using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Command.Tests.Flows;

/// <summary>The program as people start it: what keeps it from starting is told in sentences, with exit code 1.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);
    private readonly string folder = Directory.CreateTempSubdirectory("command-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_world_with_errors_is_told_and_nothing_of_it_is_loaded()
    {
        var world = Path.Combine(folder, "bad.json");
        await File.WriteAllTextAsync(world, """
            {"units": [{"key": "sen", "code": "1", "name": "Phường Sen", "kind": "ward"}, {"key": "mai", "code": "2", "name": "Mai", "kind": "castle"}]}
            """);

        var (code, errors) = await RunAsync("--world", world);

        Assert.Equal(1, code);
        Assert.Contains("castle", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "command.db")}");
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM Units";
        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task The_demo_on_an_open_address_is_told()
    {
        var (code, errors) = await RunAsync(("ASPNETCORE_URLS", "http://0.0.0.0:5999"), "--demo");

        Assert.Equal(1, code);
        Assert.Contains("only localhost, 127.0.0.1 and [::1] are allowed", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cron_expression_that_is_none_is_told()
    {
        var (code, errors) = await RunAsync("--Jobs:VerifySums=30 2 * * *");

        Assert.Equal(1, code);
        Assert.Contains("Jobs:VerifySums is '30 2 * * *'", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_are_not_those_of_the_database_are_told()
    {
        await using (await TestApp.StartAsync(folder: folder))
        {
        }

        Directory.Move(Path.Combine(folder, "keys"), Path.Combine(folder, "lost"));

        var (code, errors) = await RunAsync();

        Assert.Equal(1, code);
        Assert.Contains("Keys:Path", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Errors)> RunAsync(params string[] args) => RunAsync(default, args);

    private async Task<(int Code, string Errors)> RunAsync((string Name, string Value) environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] line =
        [
            Path.Combine(AppContext.BaseDirectory, "Command.dll"),
            $"--Database:ConnectionString=Data Source={Path.Combine(folder, "command.db")}",
            $"--Keys:Path={Path.Combine(folder, "keys")}",
            .. args,
        ];
        foreach (var argument in line)
            start.ArgumentList.Add(argument);
        if (environment.Name is { } name)
            start.Environment[name] = environment.Value;
        else
            start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync().WaitAsync(patience);
            await process.WaitForExitAsync().WaitAsync(patience);
            await output;
            return (process.ExitCode, errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
