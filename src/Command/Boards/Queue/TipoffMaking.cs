using Command.Data;
using Command.Messages;
using Command.People;
using Command.Tipoffs;

namespace Command.Boards.Queue;

/// <summary>From a conversation to a tip-off in one act: the desk of messages counts it as one, the desk of tip-offs enters it.</summary>
public sealed class TipoffMaking(WordsReading words, TipoffDesk tipoffs)
{
    /// <summary>The same matter again gives the tip-off that stands, so an act that was cut off can be done again.</summary>
    public async Task<MadeTipoff> MakeAsync(Asker asker, long conversationId, int version, TipoffCategory category, CancellationToken cancellation)
    {
        var (seed, refusal) = await words.SeedAsync(asker, conversationId, version, cancellation);
        if (seed is null)
            return new MadeTipoff(null, refusal, null);
        var entry = new NewTipoff(seed.Once, TipoffSource.Page, seed.UnitId, category, seed.ReceivedAt)
        {
            PageId = seed.PageId,
            ConversationId = seed.ConversationId,
            Words = seed.Words,
            Place = seed.Place,
            Sent = seed.Files,
        };
        var result = await tipoffs.EnterAsync(entry, asker, cancellation);
        return new MadeTipoff(result.Tipoff?.Number, null, result.Refusal);
    }
}

/// <summary>The number of the tip-off, or which of the two desks refused and why.</summary>
public sealed record MadeTipoff(string? Number, DeskRefusal? Refusal, StepRefusal? NotEntered);
