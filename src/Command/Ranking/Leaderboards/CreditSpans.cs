using Command.Periods;

namespace Command.Ranking.Leaderboards;

/// <summary>Credits told apart: what counts for the same members all the time is summed by the database, the rest day by day.</summary>
internal sealed class CreditSpans
{
    private readonly ILookup<int, Credit> credits;

    public CreditSpans(IEnumerable<Credit> credits, Period days)
    {
        this.credits = credits.ToLookup(c => c.Id);
        var whole = this.credits.ToLookup(own => own.All(c => c.From == days.From && c.To == days.To), own => own.Key);
        (Always, Sometimes) = ([.. whole[true]], [.. whole[false]]);
    }

    public int[] Always { get; }

    public int[] Sometimes { get; }

    /// <summary>For whom it counts that day.</summary>
    public IEnumerable<int> On(int id, DateOnly day) => credits[id].Where(c => day >= c.From && day <= c.To).Select(c => c.Member);
}
