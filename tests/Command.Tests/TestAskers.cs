using Command.Data;
using Command.People;

namespace Command.Tests;

internal static class TestAskers
{
    /// <summary>Sees all units and all pages, also those of nobody.</summary>
    public static readonly Asker Everything = new(Role.Administrator, null);
}
