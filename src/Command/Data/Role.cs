namespace Command.Data;

/// <summary>What somebody is here for; what it lets him see and do is said in <c>People/Sight</c> alone.</summary>
public enum Role : byte
{
    /// <summary>Units, pages, people, walls, keys, audit; never a resident's words.</summary>
    Administrator = 1,

    /// <summary>A city or district: everything under the unit.</summary>
    Commander = 2,

    /// <summary>A ward or team, and the aggregates of the units it is compared with.</summary>
    Chief = 3,

    /// <summary>Classifies messages, works tip-offs.</summary>
    Staff = 4,

    /// <summary>Aggregates only.</summary>
    Analyst = 5,

    /// <summary>A paired device: aggregates of one scope.</summary>
    Wall = 6,

    /// <summary>A script with an API key: aggregates, read-only.</summary>
    Key = 7,
}
