namespace Command.Reviews.Slides;

/// <summary>What was done with a template. Names as they stand there, without braces, each once, in order.</summary>
/// <param name="Refusal">Null: it was filled.</param>
/// <param name="Filled">Texts and charts that were found and filled.</param>
/// <param name="Unknown">Placeholders that nothing is known for; they stay as they are.</param>
/// <param name="Unfit">Charts with one of our names whose kind cannot take our numbers; they stay as they are.</param>
/// <param name="Missing">Offered, but the template has no place for them.</param>
public sealed record TemplateReport(TemplateRefusal? Refusal, TemplateNames Filled, TemplateNames Unknown, IReadOnlyList<string> Unfit, TemplateNames Missing);

public sealed record TemplateNames(IReadOnlyList<string> Texts, IReadOnlyList<string> Charts);

/// <summary>Why a template is not touched.</summary>
public enum TemplateRefusal
{
    /// <summary>No PPTX, or a broken one.</summary>
    NotAPresentation,

    /// <summary>More than <see cref="DeckTemplate.LargestBytes"/>, or far more when unpacked.</summary>
    TooLarge,

    /// <summary>It carries macros, ActiveX or embedded programs.</summary>
    HasMacros,

    /// <summary>It draws pictures, data or media from outside the file. Plain web links are no reason.</summary>
    HasExternalLinks,

    /// <summary>Encrypted with a password.</summary>
    Encrypted,
}
