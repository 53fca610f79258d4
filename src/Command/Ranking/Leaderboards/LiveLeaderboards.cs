using Command.Data;
using Command.Periods;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>Computes leaderboards as figures stand now, and keeps them until something changes.</summary>
public sealed class LiveLeaderboards(
    IDbContextFactory<CommandDb> databases, UnitRegistry registry, PeriodBook book, WeightsBook weights, GroupFigures groups, SealedBoards seals, LeaderboardRules rules, TimeProvider time)
{
    private readonly KeptAnswers<((string, DateOnly, DateOnly, string, int, string) Ask, bool WithFirmness), Leaderboard> boards = new(time, rules.KeptFor, board => board.Rows.Count + board.Apart.Count);
    private readonly KeptAnswers<(string, DateOnly, DateOnly, string), (IReadOnlyList<UnitFigure> Figures, Prior? LastSealed)> counted = new(time, rules.KeptFor, own => own.Figures.Count);
    private readonly KeptAnswers<(string, DateOnly, DateOnly), GroupSpan> spans = new(time, rules.KeptFor, span => span.Credit.Pages.Count + span.Credit.Units.Count);
    private readonly KeptAnswers<(string, DateOnly, DateOnly), IReadOnlyDictionary<int, CreditedTipoffs>> tipoffs = new(time, rules.KeptFor, units => units.Count);

    /// <summary>The board with the change against the period before; sealed ones are compared as they were sealed.</summary>
    public async Task<(Leaderboard Board, DateTimeOffset At)> ReadAsync(LeaderboardAsk ask, bool mustBeFresh, CancellationToken cancellation)
    {
        var version = await VersionAsync(cancellation);
        // Both at once: whoever asks waits for the longer one.
        var computing = BoardAsync(ask, version, mustBeFresh, withFirmness: true, cancellation);
        var previous = ask with { Period = (await book.CalendarAsync(cancellation)).Previous(ask.Period) };
        var before = await seals.FindAsync(previous, cancellation) is { } frozen
            ? SealedContent.Read(frozen.Content).Board(ask.Metric)
            : (await BoardAsync(previous, version, mustBeFresh, withFirmness: false, cancellation)).Answer;
        var (now, at) = await computing;
        return (now.ComparedWith(before), at);
    }

    /// <summary>For the jobs: the boards of every group over every period that runs, weeks to years, ready before anybody asks.</summary>
    /// <returns>How many were computed or found unchanged.</returns>
    public async Task<int> RefreshAsync(CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var calendar = await book.CalendarAsync(cancellation);
        var published = await weights.CurrentAsync(cancellation);
        var tree = await registry.TreeAsync(cancellation);
        var asks = calendar.Containing(today).SelectMany(period => tree.GroupsOn(period.To).SelectMany(group => LeaderboardMetric.All.Select(metric => new LeaderboardAsk(group.Key, period, metric, published)))).ToList();
        foreach (var ask in asks)
            await ReadAsync(ask, mustBeFresh: true, cancellation);
        return asks.Count;
    }

    private Task<(Leaderboard Answer, DateTimeOffset At)> BoardAsync(LeaderboardAsk ask, long version, bool mustBeFresh, bool withFirmness, CancellationToken cancellation) =>
        boards.GetAsync((ask.Key, withFirmness || ask.Metric != LeaderboardMetric.Composite), version, mustBeFresh, () => ComputeAsync(ask, version, withFirmness), cancellation);

    private async Task<Leaderboard> ComputeAsync(LeaderboardAsk ask, long version, bool withFirmness)
    {
        if (ask.Metric.Form != LeaderboardForm.Composite)
        {
            var (own, lastSealed) = await CountedAsync(ask, ask.Metric, version);
            return Leaderboard.Of(ask.Metric, own, rules, lastSealed);
        }

        var indicators = await Task.WhenAll(ask.Weights.Items.Select(i => CountedAsync(ask, i.Metric, version)));
        return Leaderboard.OfComposite(indicators, ask.Weights.Over(ask.Period), rules, withFirmness);
    }

    /// <summary>What is shown may be a little old; what it is computed from is not.</summary>
    private async Task<(IReadOnlyList<UnitFigure> Figures, Prior? LastSealed)> CountedAsync(LeaderboardAsk ask, LeaderboardMetric metric, long version)
    {
        var (group, days) = (ask.Group, ask.DaysOf(metric));
        return await FreshAsync(counted, (group, ask.Period.From, ask.Period.To, metric.Name), version, async () =>
        {
            var span = await FreshAsync(spans, (group, days.From, days.To), version, async () => GroupSpan.Of(await registry.RestatedAsync(days.To, CancellationToken.None), group, days));
            var figures = await groups.ReadAsync(metric, span, () => FreshAsync(tipoffs, (group, days.From, days.To), version, () => groups.TipoffsAsync(span, CancellationToken.None)), CancellationToken.None);
            return (figures, await seals.LastPriorAsync(group, metric, ask.Period, CancellationToken.None));
        });
    }

    private static async Task<T> FreshAsync<TKey, T>(KeptAnswers<TKey, T> kept, TKey key, long version, Func<Task<T>> compute)
        where TKey : notnull =>
        (await kept.GetAsync(key, version, mustBeFresh: true, compute, CancellationToken.None)).Answer;

    private async Task<long> VersionAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ChangeCounters.Select(c => c.Value).SingleAsync(cancellation);
    }
}
