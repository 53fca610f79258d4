using Command.People;

namespace Command.Boards.Queue;

/// <summary>Who sits before the screen; null: nobody that the product knows.</summary>
public delegate Task<Asker?> CurrentAsker();

/// <summary>Who may be given the conversations of a unit.</summary>
public delegate Task<IReadOnlyList<Asker>> Colleagues(int unitId, CancellationToken cancellation);
