using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>
/// Closes days: adds what each counted to the sum of its month, once. What is corrected in a closed day afterwards
/// corrects its month in the same transaction (<see cref="Fold.OfMonths"/>), so the sums never wait for a job to be right.
/// </summary>
public sealed class MonthSums(IDbContextFactory<CommandDb> databases, TimeProvider time)
{
    /// <summary>Longer than a writer of events sleeps between two tries for its turn: after each day those who wait come first.</summary>
    private static readonly TimeSpan rest = TimeSpan.FromMilliseconds(150);

    /// <summary>The order of the tables makes it one seek a page, whatever the length of history.</summary>
    private const string AddDaySqlite = """
        INSERT INTO RollupMonths (PageId, Month, Metric, Bucket, Count, Sum)
        SELECT d.PageId, {0}, d.Metric, d.Bucket, d.Count, d.Sum
        FROM Pages AS p CROSS JOIN RollupDays AS d WHERE d.PageId = p.Id AND d.Day = {1}
        ON CONFLICT (PageId, Month, Metric, Bucket) DO UPDATE SET Count = Count + excluded.Count, Sum = Sum + excluded.Sum
        """;

    private const string AddDaySqlServer = """
        UPDATE m SET Count = m.Count + d.Count, Sum = m.Sum + d.Sum
        FROM Pages AS p
        INNER JOIN RollupDays AS d ON d.PageId = p.Id AND d.Day = {1}
        INNER JOIN RollupMonths AS m ON m.PageId = d.PageId AND m.Month = {0} AND m.Metric = d.Metric AND m.Bucket = d.Bucket;

        INSERT INTO RollupMonths (PageId, Month, Metric, Bucket, Count, Sum)
        SELECT d.PageId, {0}, d.Metric, d.Bucket, d.Count, d.Sum
        FROM Pages AS p
        INNER JOIN RollupDays AS d ON d.PageId = p.Id AND d.Day = {1}
        WHERE NOT EXISTS (
            SELECT * FROM RollupMonths AS m WHERE m.PageId = d.PageId AND m.Month = {0} AND m.Metric = d.Metric AND m.Bucket = d.Bucket);
        """;

    /// <summary>The last day in the month sums; null: none is yet.</summary>
    public static async Task<DateOnly?> ThroughAsync(CommandDb db, CancellationToken cancellation) =>
        await db.DayMarks.Where(m => m.Name == DayMark.SummedThrough).Select(m => (DateOnly?)m.Day).SingleOrDefaultAsync(cancellation);

    /// <summary>Closes every day before today that is not closed yet, the oldest first, each in a transaction of its own.</summary>
    /// <returns>How many were closed.</returns>
    public async Task<int> CloseAsync(CancellationToken cancellation)
    {
        var yesterday = LocalTime.DayOf(time.GetUtcNow()).AddDays(-1);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var first = await ThroughAsync(db, cancellation) is { } through ? through.AddDays(1) : await FirstDayAsync(db, cancellation);
        var closed = 0;
        for (var day = first; day <= yesterday; day = day.Value.AddDays(1))
        {
            if (closed > 0)
                await Task.Delay(rest, TimeProvider.System, cancellation);
            closed += await CloseAsync(db, day.Value, cancellation) ? 1 : 0;
        }

        return closed;
    }

    /// <summary>What the sum of a month differs in from its closed days; none when all is well.</summary>
    public async Task<IReadOnlyList<Drift>> VerifyAsync(DateOnly month, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);
        var (first, end) = (Fold.MonthOf(month), Fold.MonthOf(month).AddMonths(1));
        var through = await ThroughAsync(db, cancellation) ?? DateOnly.MinValue;
        var pages = db.Pages.Select(p => p.Id);
        var should = await db.RollupDays.Where(r => pages.Contains(r.PageId) && r.Day >= first && r.Day < end && r.Day <= through)
            .GroupBy(r => new { r.PageId, r.Metric, r.Bucket })
            .Select(g => new { g.Key, Count = g.Sum(r => r.Count), Sum = g.Sum(r => r.Sum) })
            .ToDictionaryAsync(s => new RollupKey(Grain.Month, s.Key.PageId, first.DayNumber, s.Key.Metric, s.Key.Bucket), s => new Gain(s.Count, s.Sum), cancellation);
        var stands = await db.RollupMonths.Where(r => pages.Contains(r.PageId) && r.Month == first)
            .ToDictionaryAsync(r => new RollupKey(Grain.Month, r.PageId, first.DayNumber, r.Metric, r.Bucket), r => new Gain(r.Count, r.Sum), cancellation);
        return [.. should.Keys.Union(stands.Keys).Select(key => new Drift(key, stands.GetValueOrDefault(key), should.GetValueOrDefault(key))).Where(d => d.Stands != d.Should)];
    }

    /// <returns>False: another node has closed it.</returns>
    private static async Task<bool> CloseAsync(CommandDb db, DateOnly day, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var mark = await db.DayMarks.FindAsync([DayMark.SummedThrough], cancellation);
        if (mark is not null && mark.Day >= day)
            return false;
        if (mark is null)
            db.Add(new DayMark { Name = DayMark.SummedThrough, Day = day });
        else
            mark.Day = day;
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? AddDaySqlite : AddDaySqlServer, [Fold.MonthOf(day), day], cancellation);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return true;
    }

    private static async Task<DateOnly?> FirstDayAsync(CommandDb db, CancellationToken cancellation) =>
        (await db.Pages.Select(p => db.RollupDays.Where(r => r.PageId == p.Id).Min(r => (DateOnly?)r.Day)).ToListAsync(cancellation)).Min();
}
