using System.Globalization;
using System.Text;

namespace Command.Messages;

/// <summary>A text as bare letters, word by word, each with the set of marks it carried (wherever in the word: hòa, hoà).</summary>
internal sealed class FoldedText
{
    /// <summary>Grave, acute, tilde, hook, dot below, circumflex, breve, horn; the stroke of đ stands for itself.</summary>
    private const string Marks = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031Bđ";

    /// <summary>Of the alphabets that are written with such marks; whatever stands behind them is taken as it is.</summary>
    private static readonly Sign[] signs = [.. Enumerable.Range(0, 0x2000).Select(character => Decompose((char)character))];

    private readonly char[] letters;
    private readonly List<(int From, int To, int Marks)> words = [];

    public FoldedText(string text)
    {
        letters = new char[text.Length];
        int from = 0, to = 0, marks = 0;
        foreach (var character in text)
        {
            var sign = character < signs.Length ? signs[character] : Plain(character);
            if (sign.Letter != Sign.NoLetter)
            {
                letters[to++] = sign.Letter;
                marks |= sign.Marks;
            }
            else if (sign.IsMark)
            {
                marks |= sign.Marks;
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

    private static Sign Decompose(char character)
    {
        var signs = character.ToString().Normalize(NormalizationForm.FormD).Select(Plain).ToList();
        return signs.Count(sign => sign.Letter != Sign.NoLetter) == 1
            ? signs[0] with { Marks = signs.Aggregate(0, (marks, sign) => marks | sign.Marks) }
            : Plain(character);
    }

    private static Sign Plain(char character)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            return new Sign(Sign.NoLetter, Bit(character), IsMark: true);
        if (!char.IsLetterOrDigit(character))
            return default;
        var lower = char.ToLowerInvariant(character);
        return lower == 'đ' ? new Sign('d', Bit(lower), IsMark: false) : new Sign(lower, 0, IsMark: false);
    }

    private static int Bit(char mark) => Marks.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var index ? 1 << index : 0;

    /// <summary>What a character adds to a word; one that adds nothing ends it.</summary>
    private readonly record struct Sign(char Letter, int Marks, bool IsMark)
    {
        public const char NoLetter = '\0';
    }
}
