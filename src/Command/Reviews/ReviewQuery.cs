using Command.Data;
using Command.People;
using Command.Periods;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>A line of the list of reviews.</summary>
public sealed record ReviewLine(int Id, string Title, string UnitKey, string UnitName, ReviewSpan Period, string EditedBy, DateTimeOffset EditedAt, DateTimeOffset? FrozenAt);

/// <summary>A review as one reader sees it.</summary>
/// <param name="Figures">As reported once it is frozen, else as they stand now.</param>
/// <param name="IsWhole">Of a frozen one: the table still says what was frozen.</param>
public sealed record ReviewView(Review Review, string UnitKey, ReviewFigures Figures, ReviewWords Words, bool MayEdit, bool MayExportRecords, bool IsWhole)
{
    public bool IsFrozen => Review.FrozenAt is not null;
}

/// <summary>Reads reviews, cut by <see cref="Sight"/>: whoever sees the unit's sums on all days of the review reads it.</summary>
public sealed class ReviewQuery(IDbContextFactory<CommandDb> databases, UnitRegistry registry, PeriodBook book, ReviewFiguresQuery figures, TimeProvider time)
{
    private const int MostLines = 500;

    private DateOnly Today => LocalTime.DayOf(time.GetUtcNow());

    /// <summary>The newest period first.</summary>
    public async Task<IReadOnlyList<ReviewLine>> ListAsync(Asker asker, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        var calendar = await book.CalendarAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var all = await db.Reviews.AsNoTracking().OrderByDescending(r => r.To).ThenByDescending(r => r.Id)
            .Select(r => new Review { Id = r.Id, UnitId = r.UnitId, Period = r.Period, From = r.From, To = r.To, Title = r.Title, Words = "", MadeBy = r.MadeBy, EditedBy = r.EditedBy, EditedAt = r.EditedAt, FrozenAt = r.FrozenAt })
            .ToListAsync(cancellation);
        return
        [
            .. all.Where(r => Sees(asker, tree, r, Today)).Take(MostLines).Select(r => new ReviewLine(
                r.Id, r.Title, tree.Units[r.UnitId].Key, tree.NameOf(r.UnitId, r.To), ReviewSpan.Of(PeriodOf(r, calendar), calendar), r.EditedBy, r.EditedAt, r.FrozenAt)),
        ];
    }

    /// <summary>Null: there is none in his sight.</summary>
    public async Task<ReviewView?> ReadAsync(Asker asker, int id, CancellationToken cancellation)
    {
        if (await FindAsync(asker, id, cancellation) is not { } review)
            return null;
        var tree = await registry.TreeAsync(cancellation);
        var sight = Sight.Of(asker, tree, Today);
        return new ReviewView(
            review,
            tree.Units[review.UnitId].Key,
            review.Figures is { } frozen ? ReviewFigures.Read(frozen) : await FiguresAsync(review, cancellation),
            ReviewWords.Read(review.Words),
            review.FrozenAt is null && sight.MakesReviews(review.UnitId),
            sight.SeesRecords(review.UnitId),
            review.FrozenAt is null || FrozenReview.IsWhole(review));
    }

    /// <summary>What the figures of a frozen review would say now, beside what was reported.</summary>
    public async Task<IReadOnlyList<ReviewDifference>> RestatedAsync(ReviewView view, CancellationToken cancellation) =>
        ReviewDifferences.Between(view.Figures, await FiguresAsync(view.Review, cancellation));

    public async Task<Review?> FindAsync(Asker asker, int id, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) is { } review && Sees(asker, tree, review, Today) ? review : null;
    }

    /// <summary>As they stand now.</summary>
    public async Task<ReviewFigures> FiguresAsync(Review review, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        var calendar = await book.CalendarAsync(cancellation);
        var period = PeriodOf(review, calendar);
        return await figures.ReadAsync(tree.Units[review.UnitId].Key, period, review.Comparison is { } key ? calendar.Find(key) : null, await TargetsAsync(review, calendar, cancellation), cancellation);
    }

    /// <summary>The unit's sums are in the asker's sight on every day on which it stands.</summary>
    public static bool Sees(Asker asker, UnitTree tree, int unitId, Period period) =>
        tree.Parts(period.From, period.To).Where(part => tree.VersionOn(unitId, part.From) is not null).All(part => Sight.Of(asker, tree, part.From).SeesCounts(unitId));

    public static bool Sees(Asker asker, UnitTree tree, Review review, DateOnly today) =>
        asker.Role is not (Role.Wall or Role.Key) && Sight.Of(asker, tree, today).SeesCounts(review.UnitId) && Sees(asker, tree, review.UnitId, Period.Between(review.From, review.To));

    public static bool MayMake(Asker asker, UnitTree tree, int unitId, DateOnly today) => Sight.Of(asker, tree, today).MakesReviews(unitId);

    /// <summary>What the unit's last frozen review set for this period.</summary>
    private async Task<IReadOnlyDictionary<string, double>> TargetsAsync(Review review, PeriodCalendar calendar, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var earlier = await db.Reviews.AsNoTracking()
            .Where(r => r.UnitId == review.UnitId && r.FrozenAt != null && r.To < review.From)
            .OrderByDescending(r => r.To).ThenByDescending(r => r.FrozenAt)
            .ToListAsync(cancellation);
        var setting = earlier.FirstOrDefault(r => ReviewFiguresQuery.Next(calendar, PeriodOf(r, calendar)) is var next && (next.From, next.To) == (review.From, review.To));
        return setting is null ? new Dictionary<string, double>() : ReviewWords.Read(setting.Words).Targets.ToDictionary(t => t.Metric, t => t.Value);
    }

    /// <summary>A named period may have been removed: the review keeps its days.</summary>
    private static Period PeriodOf(Review review, PeriodCalendar calendar) =>
        calendar.Find(review.Period) is { } found && (found.From, found.To) == (review.From, review.To) ? found : Period.Between(review.From, review.To);
}
