namespace Command.Data;

/// <summary>What the key ring protects residents' data for: whoever unprotects it names the same.</summary>
public static class ProtectionPurpose
{
    public const string Words = "Command.Words";

    public const string ResidentIds = "Command.ResidentIds";
}
