using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;

namespace Command.Reviews.Slides;

/// <summary>
/// Replaces `{{name}}` in paragraphs. Office cuts a text into runs as it pleases, by spelling or by the hand of the typist:
/// a placeholder is looked for in the whole paragraph, and what replaces it takes the look of its first brace.
/// </summary>
internal sealed partial class TemplateText(IReadOnlyDictionary<string, string> values)
{
    public HashSet<string> Filled { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    /// <returns>Whether anything was replaced.</returns>
    public bool Fill(OpenXmlElement root)
    {
        var changed = false;
        foreach (var paragraph in root.Descendants<A.Paragraph>().ToList())
            changed |= Fill(paragraph);
        return changed;
    }

    private bool Fill(A.Paragraph paragraph)
    {
        // A line break or a field ends what can belong together.
        var changed = false;
        var together = new List<A.Run>();
        foreach (var child in paragraph.ChildElements.ToList())
        {
            if (child is A.Run { Text: not null } run)
            {
                together.Add(run);
                continue;
            }

            changed |= Fill(together);
            together.Clear();
        }

        return Fill(together) || changed;
    }

    private bool Fill(List<A.Run> runs)
    {
        var whole = string.Concat(runs.Select(r => r.Text!.Text));
        var changed = false;
        foreach (var place in Place().Matches(whole).Reverse())
        {
            var name = place.Groups[1].Value;
            if (!values.TryGetValue(name, out var value))
            {
                Unknown.Add(name);
                continue;
            }

            Filled.Add(name);
            Replace(runs, place.Index, place.Length, value);
            changed = true;
        }

        if (changed)
        {
            foreach (var run in runs)
                BreakLines(run);
        }

        return changed;
    }

    private static void Replace(List<A.Run> runs, int start, int length, string value)
    {
        var (at, end) = (0, start + length);
        var written = false;
        foreach (var run in runs)
        {
            var text = run.Text!.Text;
            var (from, to) = (Math.Clamp(start - at, 0, text.Length), Math.Clamp(end - at, 0, text.Length));
            var isHere = start < at + text.Length && end > at;
            at += text.Length;
            if (!isHere)
                continue;
            run.Text.Text = text[..from] + (written ? "" : Lines(value)) + text[to..];
            written = true;
        }
    }

    /// <summary>Line breaks of a value stay; all else that XML cannot carry is dropped.</summary>
    private static string Lines(string value) => string.Join('\n', value.ReplaceLineEndings("\n").Split('\n').Select(CleanText.Of));

    private static void BreakLines(A.Run run)
    {
        var lines = run.Text!.Text.Split('\n');
        if (lines.Length == 1)
            return;

        OpenXmlElement after = run;
        run.Text.Text = lines[0];
        foreach (var line in lines.Skip(1))
        {
            var next = (A.Run)run.CloneNode(true);
            next.Text!.Text = line;
            after = after.InsertAfterSelf(run.RunProperties is { } look ? new A.Break((OpenXmlElement)look.CloneNode(true)) : new A.Break());
            after = after.InsertAfterSelf(next);
        }
    }

    [GeneratedRegex(@"\{\{\s*([\w.\-]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
