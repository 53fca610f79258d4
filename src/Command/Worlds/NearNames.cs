namespace Command.Worlds;

/// <summary>Names that someone may have meant.</summary>
internal static class NearNames
{
    private const int Suggested = 3;

    public static IReadOnlyList<string> Of(string written, IEnumerable<string> names) =>
    [
        .. names.Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(n => n.Distance <= Math.Max(2, n.Name.Length / 3) || (written.Length > 2 && n.Name.Contains(written, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
            .Take(Suggested).Select(n => n.Name),
    ];

    /// <summary>Letters to insert, drop or replace.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
