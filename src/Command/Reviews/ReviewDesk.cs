using Command.Data;
using Command.People;
using Command.Periods;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>Makes, edits, freezes and throws away reviews: each act with its line in the audit log, in one transaction.</summary>
public sealed class ReviewDesk(IDbContextFactory<CommandDb> databases, UnitRegistry registry, PeriodBook book, ReviewQuery reviews, AuditLog audit, TimeProvider time)
{
    private const int LongestTitle = 200;

    /// <param name="comparison">Key of a period; null: none.</param>
    public async Task<ReviewResult> MakeAsync(Asker asker, string unitKey, string period, string? comparison, string title, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        var calendar = await book.CalendarAsync(cancellation);
        if (tree.Find(unitKey) is not { } unit)
            return ReviewFault.UnknownUnit;
        if (calendar.Find(period) is not { } days || days.Days > Period.MostDays || days.From > Today || (comparison is not null && calendar.Find(comparison) is null))
            return ReviewFault.UnknownPeriod;
        if (!ReviewQuery.MayMake(asker, tree, unit.Id, Today) || !ReviewQuery.Sees(asker, tree, unit.Id, days) || (comparison is not null && !ReviewQuery.Sees(asker, tree, unit.Id, calendar.Find(comparison)!)))
            return ReviewFault.NotAllowed;
        if (title.Trim() is not { Length: > 0 and <= LongestTitle } named)
            return ReviewFault.NoTitle;
        return await WriteAsync(async db =>
        {
            var now = Now;
            var review = new Review
            {
                UnitId = unit.Id,
                Period = days.Key,
                From = days.From,
                To = days.To,
                Comparison = comparison,
                Title = named,
                Words = ReviewWords.None.Write(),
                Version = 1,
                MadeBy = asker.Name,
                MadeAt = now,
                EditedBy = asker.Name,
                EditedAt = now,
            };
            db.Add(review);
            await db.SaveChangesAsync(cancellation);
            return (review, AuditEntry.By(asker, "review.made", Subject(review), after: AuditFacts.Write(AuditFacts.OfUnit(unit.Id), (AuditFact.Period, days.Key), (AuditFact.DisplayName, named))));
        }, cancellation);
    }

    /// <summary>Changes one part of the words, if it still says what the editor saw: nothing of another's is overwritten.</summary>
    /// <typeparam name="T">The part.</typeparam>
    /// <param name="part">Takes the part out of the words, comparable as text.</param>
    /// <param name="seen">What it said when the editor began.</param>
    public async Task<ReviewResult> EditAsync<T>(
        Asker asker, int id, string name, Func<ReviewWords, T> part, T seen, Func<ReviewWords, ReviewWords> change, CancellationToken cancellation)
    {
        return await ChangeAsync(asker, id, review =>
        {
            var words = ReviewWords.Read(review.Words);
            if (Text(part(words)) != Text(seen))
                return (new ReviewRefusal(ReviewFault.ChangedMeanwhile, review.EditedBy, review.EditedAt), null);
            var changed = change(words);
            if (!IsFit(changed))
                return (new ReviewRefusal(ReviewFault.BadWords), null);
            review.Words = changed.Write();
            return (null, AuditEntry.By(asker, "review.edited", Subject(review, name), before: Say(Text(seen)), after: Say(Text(part(changed)))));
        }, cancellation);

        static string Text(T value) => value as string ?? System.Text.Json.JsonSerializer.Serialize(value);

        // A list of commendations or targets is written as facts already.
        static string Say(string text) => typeof(T) == typeof(string) ? AuditFacts.Write((AuditFact.Note, text)) : text;
    }

    public Task<ReviewResult> RenameAsync(Asker asker, int id, string seen, string title, CancellationToken cancellation) => ChangeAsync(asker, id, review =>
    {
        if (review.Title != seen)
            return (new ReviewRefusal(ReviewFault.ChangedMeanwhile, review.EditedBy, review.EditedAt), null);
        if (title.Trim() is not { Length: > 0 and <= LongestTitle } named)
            return (new ReviewRefusal(ReviewFault.NoTitle), null);
        review.Title = named;
        return (null, AuditEntry.By(asker, "review.edited", Subject(review, "title"), before: Titled(seen), after: Titled(named)));
    }, cancellation);

    /// <summary>Stores the figures whole, as reported; they are never computed again.</summary>
    /// <param name="version">The one that the asker saw.</param>
    public async Task<ReviewResult> FreezeAsync(Asker asker, int id, int version, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(asker, id, cancellation) is not { } standing)
            return ReviewFault.NotFound;
        if (standing.To > Today)
            return ReviewFault.NotOver;

        // Read before the turn of writing is taken: residents' messages do not wait for figures.
        var figures = await reviews.FiguresAsync(standing, cancellation);
        return await ChangeAsync(asker, id, review =>
        {
            if (review.Version != version)
                return (new ReviewRefusal(ReviewFault.ChangedMeanwhile, review.EditedBy, review.EditedAt), null);
            review.Figures = figures.Write();
            review.FrozenAt = Now;
            review.FrozenBy = asker.Name;
            review.Digest = FrozenReview.Digest(review);
            return (null, AuditEntry.By(asker, "review.frozen", Subject(review), after: AuditFacts.Write((AuditFact.Digest, Convert.ToHexStringLower(review.Digest)))));
        }, cancellation);
    }

    /// <summary>Only a draft is thrown away.</summary>
    public Task<ReviewResult> RemoveAsync(Asker asker, int id, CancellationToken cancellation) =>
        ChangeAsync(asker, id, review => (null, AuditEntry.By(asker, "review.removed", Subject(review), before: Titled(review.Title))), cancellation, (db, review) => db.Remove(review));

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private DateOnly Today => LocalTime.DayOf(time.GetUtcNow());

    private async Task<ReviewResult> ChangeAsync(
        Asker asker, int id, Func<Review, (ReviewRefusal? Refusal, AuditEntry? Line)> change, CancellationToken cancellation, Action<CommandDb, Review>? also = null)
    {
        var tree = await registry.TreeAsync(cancellation);
        return await WriteAsync(async db =>
        {
            if (await db.Reviews.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } review || !ReviewQuery.Sees(asker, tree, review, Today))
                return (ReviewFault.NotFound, null);
            if (!ReviewQuery.MayMake(asker, tree, review.UnitId, Today))
                return (ReviewFault.NotAllowed, null);
            if (review.FrozenAt is not null)
                return (new ReviewResult(null, new ReviewRefusal(ReviewFault.Frozen, review.FrozenBy, review.FrozenAt)), null);
            var (refusal, line) = change(review);
            if (line is null)
                return (new ReviewResult(null, refusal), null);
            (review.Version, review.EditedBy, review.EditedAt) = (review.Version + 1, asker.Name, Now);
            also?.Invoke(db, review);
            return (review, line);
        }, cancellation);
    }

    private async Task<ReviewResult> WriteAsync(Func<CommandDb, Task<(ReviewResult Result, AuditEntry? Line)>> act, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var (result, line) = await act(db);
        if (line is null)
            return result;
        await audit.AppendAsync(db, line, cancellation);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return result;
    }

    private static bool IsFit(ReviewWords words) =>
        words.Remarks.Values.All(r => r.Length <= ReviewWords.LongestRemark)
        && words.Commendations.Count <= ReviewWords.MostCommendations
        && words.Commendations.All(c => c.For.Length is > 0 and <= ReviewWords.LongestLine && c.Why.Length <= ReviewWords.LongestLine)
        && words.Targets.DistinctBy(t => t.Metric).Count() == words.Targets.Count
        && words.Targets.All(t => ReviewMetric.Find(t.Metric) is { } metric && t.Value is > 0 and < 1e12 && (metric.Form != ReviewForm.Share || t.Value <= 1));

    private static string Subject(Review review, string? part = null) => AuditFacts.Write((AuditFact.Review, review.Id), (AuditFact.Part, part));

    private static string Titled(string title) => AuditFacts.Write((AuditFact.DisplayName, title));
}
