using Microsoft.AspNetCore.Identity;

namespace Command.Data;

/// <summary>Somebody who signs in. Never deleted: the audit log and tip-offs name him for ever; who leaves is locked.</summary>
public sealed class Person : IdentityUser<int>
{
    public required string DisplayName { get; set; }

    public Role Role { get; set; }

    /// <summary>The subtree he sees; null: the whole tree.</summary>
    public int? UnitId { get; set; }

    /// <summary>The right to confirm what another unit assessed.</summary>
    public bool MayConfirm { get; set; }

    /// <summary>The password is a one-time one: nothing but a new one can be done with it.</summary>
    public bool MustChangePassword { get; set; }
}

/// <summary>A unit, beside those below his own, whose tip-offs somebody was named to confirm.</summary>
public sealed class PersonConfirmsFor
{
    public int PersonId { get; set; }

    public int UnitId { get; set; }
}
