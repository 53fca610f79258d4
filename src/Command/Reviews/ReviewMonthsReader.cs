using Command.Data;
using Command.Periods;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>Reads the course of a unit by the months of the period's calendar.</summary>
internal sealed class ReviewMonthsReader(TipoffRatios ratios)
{
    private const int LeastMonths = 3;
    private const int MonthsShown = 12;

    private static readonly Metric[] declarable = [Metric.Messages, Metric.ProcedureQuestions, Metric.TipoffsReceived, Metric.TipoffsValuable];

    /// <summary>The months that the period lies in; of a short one the twelve that end with it.</summary>
    public static IReadOnlyList<Period> Months(PeriodCalendar calendar, Period period)
    {
        var series = calendar.Series.FirstOrDefault(s => s.Prefix == period.Prefix) ?? calendar.Series[0];
        var last = calendar.Containing(series, PeriodLength.Month, period.To);
        var months = new List<Period> { last };
        while (months[^1].From > period.From)
            months.Add(calendar.Previous(months[^1]));
        months.Reverse();
        return months.Count >= LeastMonths ? months : calendar.Last(last, MonthsShown);
    }

    public async Task<(ReviewCourse Course, IReadOnlyDictionary<string, double> Dispersion)> ReadAsync(
        CommandDb db, UnitTree tree, int unitId, IReadOnlyList<Period> months, Period period, DateOnly today, CancellationToken cancellation)
    {
        // The twelve months before a short period stand whole; only the period's own first month is cut.
        var areOwn = months[0].To >= period.From;
        var shown = new List<ReviewMonth>();
        var whole = new List<CountedSums>();
        var (firstEvent, firstTipoff) = await FirstDaysAsync(db, tree, unitId, months[0].From, period.To, cancellation);
        foreach (var month in months)
        {
            var from = areOwn && month.From < period.From ? period.From : month.From;
            var to = month.To > period.To ? period.To : month.To;
            var sums = await CountedSums.ReadAsync(db, tree, unitId, from, to, cancellation);
            var told = await ToldTotals.ReadAsync(new TotalsRange(db, new PageCoverage(tree.PagesUnder(unitId, from, to)), from, to), cancellation);
            var tipoffs = await ratios.ReadAsync(unitId, from, to, cancellation);
            var isKnown = firstEvent <= to;
            var hasTipoffs = firstTipoff <= to;
            var isPart = from > month.From || to < month.To || to >= today || (isKnown && firstEvent > from);
            if (!isPart && isKnown)
                whole.Add(sums);
            shown.Add(new ReviewMonth(from, to, isPart)
            {
                Messages = isKnown ? sums.Of(Metric.Messages) : null,
                Received = hasTipoffs ? tipoffs.Received : null,
                Valuable = hasTipoffs ? tipoffs.Valuable : null,
                FellDue = isKnown ? sums.Of(Metric.FellDue) : null,
                InTime = isKnown ? sums.Of(Metric.AnsweredInTime) : null,
                MedianSeconds = sums.FirstReplies.MedianSeconds(),
                Posts = told.With(Metric.Posts, sums.Of(Metric.Posts)),
                Interactions = told.With(Metric.Interactions, sums.Of(Metric.Interactions)),
            });
        }

        return (new ReviewCourse(shown, await DeclaredAsync(db, unitId, shown[0].From, shown[^1].To, cancellation)), Dispersion(shown, whole));
    }

    private static Dictionary<string, double> Dispersion(List<ReviewMonth> months, List<CountedSums> whole)
    {
        var phi = ReviewMetric.All.Where(m => Metric.Find(m.Name)?.Form == MetricForm.Counter)
            .ToDictionary(m => m.Name, m => Ranking.Change.Dispersion([.. whole.Select(s => s.Of(Metric.Find(m.Name)!))]));
        phi["tipoffs_received"] = Ranking.Change.Dispersion([.. months.Where(m => !m.IsPart).Select(m => m.Received).OfType<long>()]);
        phi["tipoffs_valuable"] = Ranking.Change.Dispersion([.. months.Where(m => !m.IsPart).Select(m => m.Valuable).OfType<long>()]);
        return phi;
    }

    /// <summary>Unknown is not zero: before its first day nobody listened.</summary>
    private static async Task<(DateOnly? Event, DateOnly? Tipoff)> FirstDaysAsync(
        CommandDb db, UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        int[] units = [.. tree.UnitsUnder(unitId, from, to).SelectMany(s => s.Units).Distinct()];
        int[] pages = [.. tree.PagesUnder(unitId, from, to).SelectMany(s => s.Pages).Distinct()];
        var firsts = await db.Pages.Where(p => EF.Parameter(pages).Contains(p.Id)).Select(p => db.RollupDays.Where(r => r.PageId == p.Id).Min(r => (DateOnly?)r.Day)).ToListAsync(cancellation);
        return (firsts.Min(), await db.TipoffDays.Where(d => EF.Parameter(units).Contains(d.UnitId) && d.Count != 0).MinAsync(d => (DateOnly?)d.Day, cancellation));
    }

    private static async Task<IReadOnlyList<ReviewDeclared>> DeclaredAsync(CommandDb db, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        short[] metrics = [.. declarable.Select(m => m.Id)];
        var readings = await db.Readings.AsNoTracking()
            .Where(r => r.UnitId == unitId && r.Source == ReadingSource.Declared && r.FromDay >= from && r.ToDay <= to && EF.Parameter(metrics).Contains(r.Metric))
            .ToListAsync(cancellation);
        return
        [
            .. readings.GroupBy(r => r.Metric).OrderBy(g => g.Key).SelectMany(g => Declared.WithoutOverlap(g))
                .Select(r => new ReviewDeclared(Metric.Of(r.Metric).Name, r.FromDay!.Value, r.ToDay!.Value, r.Value, r.Precision, r.Document)),
        ];
    }
}
