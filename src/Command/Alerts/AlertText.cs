namespace Command.Alerts;

/// <summary>What alerts say; each source raises one. The screens' words stand under <c>alert.text.</c> and the key.</summary>
public static class AlertText
{
    public const string UrgentTipoff = "urgentTipoff";
    public const string OverdueTipoffs = "overdueTipoffs";
    public const string OverdueMessages = "overdueMessages";
    public const string SilentPage = "silentPage";
    public const string Spike = "spike";
    public const string DriftPage = "driftPage";
    public const string DriftPages = "driftPages";
    public const string DriftUnit = "driftUnit";
    public const string Jobs = "jobs";

    /// <summary>Never stored: urgent tip-offs as those are told of them who see no single record.</summary>
    public const string UrgentCount = "urgentCount";
}
