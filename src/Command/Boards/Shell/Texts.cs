namespace Command.Boards.Shell;

/// <summary>Every text that people read: <c>Texts.resx</c> is Vietnamese, <c>Texts.en.resx</c> English.</summary>
public sealed class Texts;
