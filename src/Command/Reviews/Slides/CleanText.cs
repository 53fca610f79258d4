using System.Text;
using System.Xml;

namespace Command.Reviews.Slides;

/// <summary>Text as XML can carry it: control characters and lone halves of a pair are dropped, line breaks become spaces.</summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c) && c >= ' '))
            return text;

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else if (text[i] is '\t' or '\n' or '\r')
                clean.Append(' ');
            else if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
        }

        return clean.ToString();
    }
}
