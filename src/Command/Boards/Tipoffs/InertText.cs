using System.Globalization;
using System.Text;

namespace Command.Boards.Tipoffs;

/// <summary>
/// Makes a stranger's words harmless to read: what would be invisible or turn the line around (bidirectional marks,
/// control characters, zero widths) is written out. Markup is left to the page, which shows it as letters.
/// </summary>
public static class InertText
{
    public static string Of(string text)
    {
        var inert = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsHidden(rune))
                inert.Append(rune.ToString());
            else if (rune.Value != '\r')
                inert.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
        }

        return inert.ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
