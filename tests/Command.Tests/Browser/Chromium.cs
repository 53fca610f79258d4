using Microsoft.Playwright;

namespace Command.Tests.Browser;

/// <summary>The browser of this machine: the setting COMMAND_CHROMIUM, or where Debian installs it.</summary>
public static class Chromium
{
    /// <summary>Null: there is none, and browser tests are skipped with that reason.</summary>
    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("COMMAND_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    public static Task<IBrowser> StartAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox", "--disable-gpu"] });
}
