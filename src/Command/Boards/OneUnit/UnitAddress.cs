namespace Command.Boards.OneUnit;

/// <summary>The address of a unit's page.</summary>
public static class UnitAddress
{
    public static string Of(string key, string query = "") => $"/units/{Uri.EscapeDataString(key)}{query}";
}
