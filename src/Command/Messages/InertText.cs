using System.Text;

namespace Command.Messages;

/// <summary>
/// Words that a stranger wrote, made unable to act on the screen: marks that turn the direction of writing, and control
/// characters, become a visible sign; what is endless is cut. Markup needs no care here: the screen never reads it.
/// </summary>
public static class InertText
{
    public const int MostCharacters = 20_000;

    private const char Sign = '\uFFFD';

    public static string Of(string text)
    {
        var inert = new StringBuilder(Math.Min(text.Length, MostCharacters));
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, MostCharacters)))
            inert.Append(Acts(character) ? Sign : character);
        if (text.Length > MostCharacters)
            inert.Append('…');
        return inert.ToString();
    }

    private static bool Acts(char character) => character switch
    {
        '\n' or '\t' => false,
        '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' => true,
        _ => char.IsControl(character) && character != '\r',
    };
}
