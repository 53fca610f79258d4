namespace Command.Tests.Browser;

/// <summary>A test in Chromium; skipped, and says so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = "No Chromium: install Debian's package chromium or set COMMAND_CHROMIUM to its path.";
    }
}
