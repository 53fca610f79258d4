using System.Globalization;
using System.Text;

namespace Command.Messages;

/// <summary>A text as bare letters, word by word, each with the set of marks it carried (wherever in the word: hòa, hoà).</summary>
internal sealed class FoldedText
{
    /// <summary>Grave, acute, tilde, hook, dot below, circumflex, breve, horn; the stroke of đ stands for itself.</summary>
    private const string Marks = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031Bđ";

    private readonly char[] letters;
    private readonly List<(int From, int To, int Marks)> words = [];

    public FoldedText(string text)
    {
        // Half a surrogate pair cannot be decomposed; a cut can leave one.
        var decomposed = Whole(text).Normalize(NormalizationForm.FormD);
        letters = new char[decomposed.Length];
        int from = 0, to = 0, marks = 0;
        foreach (var character in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                marks |= Bit(character);
            }
            else if (char.IsLetterOrDigit(character))
            {
                var lower = char.ToLowerInvariant(character);
                marks |= lower == 'đ' ? Bit(lower) : 0;
                letters[to++] = lower == 'đ' ? 'd' : lower;
            }
            else
            {
                End();
            }
        }

        End();

        void End()
        {
            if (to > from)
                words.Add((from, to, marks));
            (from, marks) = (to, 0);
        }
    }

    public int Count => words.Count;

    public ReadOnlySpan<char> Letters(int word) => letters.AsSpan(words[word].From..words[word].To);

    public bool HasAt(int at, FoldedText phrase)
    {
        if (at + phrase.Count > Count)
            return false;
        for (var i = 0; i < phrase.Count; i++)
        {
            var contradicts = (words[at + i].Marks & ~phrase.words[i].Marks) != 0;
            if (contradicts || !Letters(at + i).SequenceEqual(phrase.Letters(i)))
                return false;
        }

        return true;
    }

    private static int Bit(char mark) => Marks.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var index ? 1 << index : 0;

    private static string Whole(string text) => char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
}
