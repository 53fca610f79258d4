using Command.Data;
using Command.People;
using Command.Units;

namespace Command.Tipoffs;

/// <summary>What the rules must know beside the tip-off and the step: who asks, when, and what stands around.</summary>
public sealed record Standpoint(Asker Asker, UnitTree Tree, DateTimeOffset Now, Deadlines Deadlines)
{
    public DateOnly Today => LocalTime.DayOf(Now);

    public Sight Sight => Sight.Of(Asker, Tree, Today);

    /// <summary>Somebody outside the assessing unit was named by an administrator to confirm what it assesses.</summary>
    public bool OthersAreNamed { get; init; }

    /// <summary>Chance has chosen this assessment for a second look, if it needs no confirmation.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>What the step names as the original; null when it names none that exists.</summary>
    public Tipoff? Original { get; init; }

    /// <summary>Units that have a copy already.</summary>
    public IReadOnlyCollection<int> Recipients { get; init; } = [];

    /// <summary>Outcomes were noted already.</summary>
    public bool HasOutcomes { get; init; }
}
