using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Command.Tests;

/// <summary>
/// bunit asks for a newer AngleSharp.Diffing than the package source has; the older one beside the tests serves.
/// </summary>
internal static class Bunit
{
    [ModuleInitializer]
    internal static void AcceptTheDiffingThatIsHere() =>
        AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
}
