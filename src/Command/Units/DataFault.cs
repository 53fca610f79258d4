namespace Command.Units;

/// <summary>Something in the registry that people should mend; figures are served meanwhile by the rule named here.</summary>
/// <param name="Code">One of the constants below; a page phrases it in the reader's language.</param>
/// <param name="UnitKey">The unit at fault, or null when it is a page.</param>
/// <param name="PageKey">The page at fault, or null when it is a unit.</param>
/// <param name="Values">Keys of other units that the sentence names: <c>parent</c>, <c>owner</c>, <c>hangsOn</c>.</param>
public sealed record DataFault(string Code, string? UnitKey, string? PageKey, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The parent has ended without a new one; the unit hangs on <c>hangsOn</c>, or is a root without it.</summary>
    public const string ParentEnded = "parent_ended";

    /// <summary>The parent begins later than the unit; the unit hangs on <c>hangsOn</c>, or is a root without it.</summary>
    public const string ParentNotBegun = "parent_not_begun";

    /// <summary>The unit is its own ancestor; it stands as a root.</summary>
    public const string ParentCycle = "parent_cycle";

    /// <summary>The owner of the page has ended; the page counts for <c>hangsOn</c>, or for nobody without it.</summary>
    public const string OwnerEnded = "owner_ended";

    /// <summary>The owner of the page begins later; the page counts for <c>hangsOn</c>, or for nobody without it.</summary>
    public const string OwnerNotBegun = "owner_not_begun";
}
