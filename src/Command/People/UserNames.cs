using System.Globalization;

namespace Command.People;

/// <summary>Pure: which names people may sign in by. They stand in the audit log, so no two may look alike and none like nobody's.</summary>
public static class UserNames
{
    private const int MostLetters = 100;

    /// <summary>Who the log names when no person did it, or an unknown one.</summary>
    private static readonly string[] nobodys = [AuditLog.System, "?"];

    /// <summary>Letters, marks, digits and signs that are seen, and single spaces within.</summary>
    public static bool IsFit(string name) =>
        name.Length is > 0 and <= MostLetters
        && !nobodys.Contains(name, StringComparer.OrdinalIgnoreCase)
        && name.Trim() == name && !name.Contains("  ", StringComparison.Ordinal)
        && name.All(c => c == ' ' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
