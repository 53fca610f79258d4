using System.Globalization;

namespace Command.Jobs;

/// <summary>
/// A job failed for a reason that people must read. Its history keeps the name of a text and numbers, so that each
/// reader has it in his language; what fails unexpectedly keeps the words of whatever threw.
/// </summary>
public sealed class JobFailedException(string text, params long[] numbers)
    : InvalidOperationException($"{text} {string.Join(' ', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}".TrimEnd())
{
    /// <summary>Some sums are not what their records say.</summary>
    public const string Drift = "job.failed.Drift";

    /// <returns>Null: the message was no such failure's.</returns>
    public static (string Text, long[] Numbers)? Read(string message)
    {
        var parts = message.Split(' ');
        var numbers = parts.Skip(1).Select(p => long.TryParse(p, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : (long?)null).ToList();
        return parts[0] == Drift && numbers.TrueForAll(n => n is not null) ? (parts[0], [.. numbers.Select(n => n!.Value)]) : null;
    }
}
