using System.Collections.Frozen;
using Command.Data;

namespace Command.People;

/// <summary>Who asks: a person, a paired wall, an API key.</summary>
/// <param name="UnitId">Null: the whole tree (an administrator without a unit, a key of the settings).</param>
/// <param name="PersonId">0 for what is no person.</param>
/// <param name="Name">As the audit log names him.</param>
public sealed record Asker(Role Role, int? UnitId, int PersonId = 0, string Name = "")
{
    /// <summary>The address that he asks from; null where none is known.</summary>
    public string? Origin { get; init; }

    /// <summary>He holds the right to confirm, which no role brings along.</summary>
    public bool MayConfirm { get; init; }

    /// <summary>Units, beside those below his own, whose tip-offs an administrator named him to confirm.</summary>
    public IReadOnlySet<int> ConfirmsFor { get; init; } = FrozenSet<int>.Empty;
}
