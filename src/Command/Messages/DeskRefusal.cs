using Command.Data;

namespace Command.Messages;

/// <summary>Why an act at the desk did not happen. Shown: the names are the contract with the screen's texts.</summary>
public enum DeskFault
{
    /// <summary>There is no such conversation, or not for who asks: which of the two is not told.</summary>
    NotThere,

    /// <summary>Somebody acted first; nothing of his was overwritten.</summary>
    SomebodyWasFirst,

    /// <summary>Only who has it may hand it over.</summary>
    NotYours,

    /// <summary>Only a chief or a commander assigns.</summary>
    NotAssigner,

    /// <summary>The colleague may not work this unit's messages.</summary>
    NotHis,

    /// <summary>Nobody waits there any more.</summary>
    NobodyWaits,

    /// <summary>It is not closed.</summary>
    NotClosed,

    /// <summary>That reason needs a note.</summary>
    NeedsNote,
    NoteTooLong,

    /// <summary>Not something a message can be.</summary>
    UnknownKind,

    /// <summary>Whoever closed it does not take the second look.</summary>
    OwnClosing,
}

/// <summary>What did not happen; of somebody who was first: who, what and when.</summary>
public sealed record DeskRefusal(DeskFault Fault, string? FirstBy = null, DeskAct? FirstAct = null, DateTimeOffset? FirstAt = null);
