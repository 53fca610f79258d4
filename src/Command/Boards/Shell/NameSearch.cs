using System.Globalization;
using System.Text;

namespace Command.Boards.Shell;

/// <summary>Finds Vietnamese names as people type them: "tan phu" finds "Công an quận Tân Phú".</summary>
public static class NameSearch
{
    /// <summary>Every word stands somewhere in the name, whatever its case and marks.</summary>
    public static bool Matches(string name, string words)
    {
        var plain = Plain(name);
        return Plain(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => plain.Contains(w, StringComparison.Ordinal));
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.ToLowerInvariant(c) is 'đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }
}
