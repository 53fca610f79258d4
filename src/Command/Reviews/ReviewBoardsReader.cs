using Command.People;
using Command.Periods;
using Command.Ranking.Leaderboards;
using Command.Units;

namespace Command.Reviews;

/// <summary>Reads the ranks of each peer group below a unit: the composite score, or where nobody has one the first indicator that ranks somebody.</summary>
internal sealed class ReviewBoardsReader(LeaderboardQuery boards)
{
    private static readonly LeaderboardMetric[] inTurn = [LeaderboardMetric.Composite, LeaderboardMetric.ValuableRatio, LeaderboardMetric.AnsweredInTime];

    public async Task<IReadOnlyList<ReviewBoard>> ReadAsync(Asker asker, UnitTree tree, int unitId, Period period, CancellationToken cancellation)
    {
        var found = new List<ReviewBoard>();
        foreach (var group in tree.GroupsOn(period.To).Where(g => g.Count() > 1 && g.Any(id => id != unitId && tree.IsUnder(id, unitId, period.To))).OrderByDescending(g => g.Count()))
        {
            LeaderboardView? shown = null;
            foreach (var metric in inTurn)
            {
                if ((await boards.ReadAsync(asker, group.Key, period.Key, metric.Name, null, cancellation)).View is not { } view)
                    continue;
                shown = view.Board.Rows.Count > 0 || shown is null ? view : shown;
                if (view.Board.Rows.Count > 0)
                    break;
            }

            if (shown is not null)
                found.Add(Of(shown));
        }

        return found;
    }

    private static ReviewBoard Of(LeaderboardView view) => new(
        view.Ask.Group,
        view.Ask.Metric.Name,
        view.Ask.Days.From,
        view.Ask.Days.To,
        view.Status,
        view.Ask.Weights.Version,
        view.OutOfSight,
        [.. view.Board.Rows.Select(r => new ReviewRank(r.Unit, view.Name(r.Unit), r.Count, r.Of, r.Value, r.Score, r.Place.Median, r.Place.Low, r.Place.High, r.Place.Band, r.IsHatched))],
        [.. view.Board.Apart.Select(a => new ReviewApart(a.Unit, view.Name(a.Unit), a.Reason))]);
}
