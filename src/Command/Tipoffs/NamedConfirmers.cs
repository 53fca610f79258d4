using Command.Data;

namespace Command.Tipoffs;

/// <summary>Tells whether an administrator named anybody outside a unit to confirm what it assesses.</summary>
public delegate Task<bool> NamedConfirmers(CommandDb db, int assessingUnitId, CancellationToken cancellation);
