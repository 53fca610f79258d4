namespace Command.Messages;

/// <summary>Whose a waiting conversation is.</summary>
public enum Stage : byte
{
    /// <summary>Within the target: of whoever takes it.</summary>
    Staff,

    /// <summary>Overdue: of the officer whom the unit named.</summary>
    Officer,

    /// <summary>It waited the target twice, or the unit named nobody: of the chief.</summary>
    Chief,
}

/// <summary>Pure: who gets what is overdue.</summary>
public static class Escalation
{
    public static Stage Of(DateTimeOffset since, DateTimeOffset dueAt, DateTimeOffset now, bool hasOfficer)
    {
        if (now < dueAt)
            return Stage.Staff;
        return hasOfficer && now - dueAt < dueAt - since ? Stage.Officer : Stage.Chief;
    }
}
