using System.Globalization;
using System.Text;

namespace Command.Reviews.Slides;

/// <summary>
/// How wide a text may come out, so that nothing overflows wherever the deck is opened. Each letter is as wide as in the
/// wider of Arial, which Office has, and Noto Sans, which stands in for it elsewhere.
/// </summary>
internal static class TextWidth
{
    /// <summary>Thousandths of the type size, from the space to the tilde.</summary>
    private static readonly short[] ascii =
    [
        278, 278, 408, 646, 572, 889, 732, 225, 333, 333, 551, 584, 278, 333, 278, 372, 572, 572, 572, 572, 572, 572, 572, 572,
        572, 572, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 730, 667, 611, 778, 741, 339, 500, 667, 556, 907, 760, 781,
        667, 781, 722, 667, 611, 731, 667, 944, 667, 667, 611, 329, 372, 329, 572, 556, 333, 561, 615, 500, 615, 564, 344, 615,
        618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 500, 361, 618, 508, 786, 529, 510, 500, 380, 551, 380, 584,
    ];

    private const double Horn = 70;
    private const double OtherLetter = 800;
    private const double WideLetter = 1_000;
    private const double Bold = 1.09;

    /// <summary>Points.</summary>
    public static double Of(string text, double size, bool bold = false) => Thousandths(text) * size / 1000 * (bold ? Bold : 1);

    /// <summary>How many lines a text takes that breaks at spaces, and inside a word only where the word is wider than the line.</summary>
    public static int Lines(string text, double size, double width, bool bold = false) => Wrap(text, size, width, bold).Count;

    public static double LongestWord(string text, double size, bool bold = false) => text.Split(' ').Max(word => Of(word, size, bold));

    /// <summary>The largest of some sizes at which a text takes no more than so many lines; the smallest when none does.</summary>
    public static double Fit(string text, double width, int lines, bool bold, params ReadOnlySpan<double> sizes)
    {
        foreach (var size in sizes)
        {
            if (Lines(text, size, width, bold) <= lines)
                return size;
        }

        return sizes[^1];
    }

    /// <summary>The text, or its beginning and "…" where it takes more lines than there are.</summary>
    public static string Cut(string text, double size, double width, int lines, bool bold = false)
    {
        var wrapped = Wrap(text, size, width, bold);
        if (wrapped.Count <= lines)
            return text;

        var last = wrapped[Math.Max(0, lines - 1)];
        while (last.Length > 0 && Of(last + "…", size, bold) > width)
            last = last[..^(char.IsLowSurrogate(last[^1]) && last.Length > 1 ? 2 : 1)];
        return string.Join(' ', [.. wrapped.Take(Math.Max(0, lines - 1)), last + "…"]);
    }

    public static List<string> Wrap(string text, double size, double width, bool bold = false)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var (used, blank) = (0.0, Of(" ", size, bold));
        foreach (var whole in CleanText.Of(text).Split(' '))
        {
            var (word, wide) = (whole, Of(whole, size, bold));
            if (line.Length > 0 && used + blank + wide > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            if (line.Length > 0)
            {
                line.Append(' ').Append(word);
                used += blank + wide;
                continue;
            }

            while (wide > width && word.Length > 1 && Beginning(word, size, width, bold) is var fits && fits < word.Length)
            {
                lines.Add(word[..fits]);
                word = word[fits..];
                wide = Of(word, size, bold);
            }

            line.Append(word);
            used = wide;
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>How many characters of a word fit: at least one letter.</summary>
    private static int Beginning(string word, double size, double width, bool bold)
    {
        var limit = width * 1000 / size / (bold ? Bold : 1);
        var used = 0.0;
        var letters = StringInfo.GetTextElementEnumerator(word);
        while (letters.MoveNext())
        {
            used += Thousandths(letters.GetTextElement());
            if (used > limit && letters.ElementIndex > 0)
                return letters.ElementIndex;
        }

        return word.Length;
    }

    private static double Thousandths(string text)
    {
        var width = 0.0;
        foreach (var letter in Decomposed(text).EnumerateRunes())
        {
            width += letter.Value switch
            {
                >= ' ' and <= '~' => ascii[letter.Value - ' '],
                0x31B => Horn,
                'đ' => 620,
                'Đ' => 740,
                0xA0 => ascii[0],
                '·' => 285,
                '“' or '”' => 360,
                '‘' or '’' => 230,
                '–' => 556,
                >= 0x1100 => Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : WideLetter,
                _ => Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format ? 0 : OtherLetter,
            };
        }

        return width;
    }

    /// <summary>Vietnamese letters as their base letter and marks. A text with a lone half of a pair cannot be decomposed.</summary>
    private static string Decomposed(string text) => Ascii.IsValid(text) ? text : CleanText.Of(text).Normalize(NormalizationForm.FormD);
}
