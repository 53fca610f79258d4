namespace Command.Data;

/// <summary>A setting, or a file that a setting names, keeps the product from starting; the message tells people what to do.</summary>
public sealed class SettingException(string message, Exception? inner = null) : InvalidOperationException(message, inner);
