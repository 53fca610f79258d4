using System.Security.Cryptography;
using System.Text;
using Command.Data;
using Command.Units;

namespace Command.Tipoffs;

/// <summary>Writes new tip-offs with their number, limits, trail, protected words and counts, within the caller's transaction.</summary>
internal sealed class TipoffRegister(CommandDb db, UnitTree tree, Deadlines deadlines, TipoffVault vault, TipoffSettings settings)
{
    /// <summary>The key of once: of whatever length the entry's own is.</summary>
    public static string OnceKey(string once) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(once)));

    /// <param name="personId">0: nobody, a world file.</param>
    public async Task<Tipoff> AddAsync(NewTipoff entry, int personId, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var day = LocalTime.DayOf(entry.ReceivedAt);
        var series = TipoffNumber.Series(tree, entry.CreditedUnitId, day);
        var number = TipoffNumber.Write(series, await TipoffNumber.TakeAsync(db, series, 1, cancellation));
        var tipoff = Row(entry, number, day, personId);
        db.Tipoffs.Add(tipoff);
        await db.SaveChangesAsync(cancellation);
        db.TipoffSteps.Add(new TipoffStep
        {
            TipoffId = tipoff.Id,
            Number = 1,
            Kind = StepKind.Enter,
            At = now,
            PersonId = personId,
            Actor = actor,
            From = TipoffState.Received,
            To = TipoffState.Received,
        });
        AddProtected(entry, tipoff.Id, now, now + settings.WordsKept);
        await TipoffDayRows.AddAsync(db, TipoffCell.Of(tipoff), 1, cancellation);
        await db.SaveChangesAsync(cancellation);
        return tipoff;
    }

    /// <summary>What a file says it was found to be: assessed by nobody, so it waits for a second person like any other.</summary>
    public async Task DeclareAsync(Tipoff tipoff, Verdict verdict, Outcome? outcome, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var cell = TipoffCell.Of(tipoff);
        (tipoff.State, tipoff.Verdict, tipoff.DueAt, tipoff.Version) = (TipoffState.Assessed, verdict, null, 2);
        (tipoff.AssessedAt, tipoff.AssessedBy, tipoff.AssessedUnitId) = (now, 0, tipoff.CreditedUnitId);
        tipoff.AwaitingSince = Confirming.IsNeededFor(verdict) ? now : null;
        db.TipoffSteps.Add(new TipoffStep
        {
            TipoffId = tipoff.Id,
            Number = tipoff.Version,
            Kind = StepKind.Assess,
            At = now,
            Actor = actor,
            From = TipoffState.Received,
            To = tipoff.State,
            Verdict = verdict,
        });
        if (outcome is { } came)
            db.TipoffOutcomes.Add(new TipoffOutcome { TipoffId = tipoff.Id, Outcome = came, Count = 1, Day = LocalTime.DayOf(now) });
        await db.SaveChangesAsync(cancellation);
        await TipoffDayRows.MoveAsync(db, cell, TipoffCell.Of(tipoff), cancellation);
    }

    /// <param name="file">Of a kind that is kept.</param>
    public static TipoffAttachment Protected(byte[] file, long tipoffId, DateTimeOffset expiresAt, TipoffVault vault) => new()
    {
        TipoffId = tipoffId,
        ContentType = AttachmentType.Of(file)!,
        Length = file.Length,
        Protected = vault.Close(file),
        ExpiresAt = expiresAt,
    };

    private Tipoff Row(NewTipoff entry, string number, DateOnly day, int personId)
    {
        var receivedAt = DateTimeOffset.FromUnixTimeMilliseconds(entry.ReceivedAt.ToUnixTimeMilliseconds());
        var tipoff = new Tipoff
        {
            Number = number,
            OnceKey = OnceKey(entry.Once),
            Source = entry.Source,
            PageId = entry.PageId,
            CreditedUnitId = entry.CreditedUnitId,
            ConversationId = entry.ConversationId,
            Category = entry.Category,
            Urgency = entry.Urgency,
            ReceivedAt = receivedAt,
            Day = day,
            EnteredBy = personId,
            PassOnDue = deadlines.Due(DeadlineKind.PassOn, receivedAt),
            DecideDue = deadlines.Due(DeadlineKind.Decide, receivedAt),
            State = TipoffState.Received,
            Version = 1,
        };
        tipoff.DueAt = tipoff.PassOnDue < tipoff.DecideDue ? tipoff.PassOnDue : tipoff.DecideDue;
        return tipoff;
    }

    private void AddProtected(NewTipoff entry, long tipoffId, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        if (vault.Close(tipoffId, new SentWords(entry.Words, entry.Sent), entry.Place, expiresAt) is { } words)
            db.TipoffWords.Add(words);
        db.TipoffCopies.AddRange(TipoffCopies.Of(tipoffId, entry.Sent, now, expiresAt));
        db.TipoffAttachments.AddRange(entry.Attachments.Select(file => Protected(file, tipoffId, expiresAt, vault)));
    }
}
