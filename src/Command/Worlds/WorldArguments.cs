namespace Command.Worlds;

/// <summary>Reads <c>--world FILE</c>, which may stand several times on the command line.</summary>
public static class WorldArguments
{
    private const string Flag = "--world";

    /// <exception cref="WorldException">The flag stands without a file.</exception>
    public static IReadOnlyList<string> Files(IReadOnlyList<string> arguments)
    {
        var files = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].StartsWith(Flag + "=", StringComparison.Ordinal))
                files.Add(arguments[i][(Flag.Length + 1)..]);
            else if (arguments[i] == Flag)
                files.Add(i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++i] : "");
        }

        return files.Contains("")
            ? throw new WorldException(["--world needs a file, for example: --world db/worlds/demo.json."])
            : files;
    }
}
