namespace Command.Ranking.Leaderboards;

/// <summary>Credits by the days over which they hold: what counts over the same days is summed by the database at once.</summary>
internal sealed class CreditSpans(IEnumerable<Credit> credits)
{
    private readonly ILookup<int, Credit> credits = credits.ToLookup(c => c.Id);

    public int[] Ids => [.. credits.Select(own => own.Key)];

    /// <summary>Most groups have one span: the whole range.</summary>
    public IEnumerable<CreditSpan> All => credits.SelectMany(own => own).GroupBy(c => (c.From, c.To)).Select(span => new CreditSpan(span.Key.From, span.Key.To, span.ToLookup(c => c.Id)));

    /// <summary>For whom it counts that day.</summary>
    public IEnumerable<Credit> On(int id, DateOnly day) => credits[id].Where(c => day >= c.From && day <= c.To);
}

/// <param name="Credits">By page or unit.</param>
internal sealed record CreditSpan(DateOnly From, DateOnly To, ILookup<int, Credit> Credits)
{
    public int[] Ids { get; } = [.. Credits.Select(own => own.Key)];
}
