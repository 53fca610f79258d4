namespace Command.Ranking;

/// <summary>A place in a peer group and how certain it is.</summary>
/// <param name="Median">1 is the best.</param>
/// <param name="Low">Best end of the 90 % range.</param>
/// <param name="High">Worst end of it.</param>
/// <param name="TopThree">Chance of the first three places, 0 to 1.</param>
/// <param name="Band">1 is the best: units of one band cannot be told apart from its leader.</param>
public readonly record struct Place(double Score, double Median, int Low, int High, double TopThree, int Band)
{
    /// <summary>An arrow for a changed place is honest only when the ranges do not meet.</summary>
    public bool DiffersFrom(Place other) => High < other.Low || Low > other.High;
}

/// <summary>Ranks with their uncertainty, by drawing every unit's true value many times from what is known of it.</summary>
public static class Ranks
{
    public const int Draws = 2_000;

    /// <summary>One seed for all: the same figures give the same ranks, on any day and node.</summary>
    private const int Seed = 20_260_101;

    private const double RangeTail = 0.05;

    /// <summary>The highest value is first.</summary>
    public static IReadOnlyList<Place> Of(IReadOnlyList<Posterior> units)
    {
        double[] scores = [.. units.Select(u => u.Mean)];
        return units.Count >= Crowd.FewestUnits
            ? Crowd.Of(scores, (unit, values) => units[unit].Slice(values))
            : Of(scores, Rounds(units, Draws, new Random(Seed)));
    }

    /// <summary>
    /// Possible true values, round by round, of each unit in its place. Over all rounds each unit takes every slice of its
    /// distribution once, in an order of its own (McKay, Beckman and Conover 1979, Technometrics 21:239): draws that miss no part of it.
    /// </summary>
    /// <param name="units">Null: unknown, not a number in every round.</param>
    public static double[][] Rounds(IReadOnlyList<Posterior?> units, int draws, Random chance)
    {
        var rounds = new double[draws][];
        for (var round = 0; round < draws; round++)
            rounds[round] = new double[units.Count];
        var slices = new double[draws];
        for (var unit = 0; unit < units.Count; unit++)
        {
            if (units[unit] is { } known)
                known.Slice(slices);
            else
                Array.Fill(slices, double.NaN);
            chance.Shuffle(slices);
            for (var round = 0; round < draws; round++)
                rounds[round][unit] = slices[round];
        }

        return rounds;
    }

    /// <param name="rounds">One possible true value of each unit; they are used up.</param>
    public static IReadOnlyList<Place> Of(IReadOnlyList<double> scores, IReadOnlyCollection<double[]> rounds)
    {
        var draws = rounds.Count;
        var order = new int[scores.Count];
        // How often each unit had each rank: all that places are told from, and nothing has to be sorted again.
        var times = new ushort[scores.Count][];
        for (var i = 0; i < times.Length; i++)
            times[i] = new ushort[scores.Count];
        foreach (var drawn in rounds)
        {
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = i;
                drawn[i] = -drawn[i];
            }

            Array.Sort(drawn, order);
            for (var rank = 0; rank < order.Length; rank++)
                times[order[rank]][rank]++;
        }

        var places = new Place[scores.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var own = times[i];
            var topThree = (double)own.Take(3).Sum(n => n) / draws;
            places[i] = new Place(scores[i], (At(own, (draws - 1) / 2) + At(own, draws / 2)) / 2.0, At(own, (int)(draws * RangeTail)), At(own, (int)(draws * (1 - RangeTail)) - 1), topThree, 0);
        }

        return Banded(places);
    }

    /// <summary>Positions in the order of a leaderboard: by median rank, then by score, then as they came.</summary>
    public static IReadOnlyList<int> Order(IReadOnlyList<Place> places) =>
        [.. Enumerable.Range(0, places.Count).OrderBy(i => places[i].Median).ThenByDescending(i => places[i].Score)];

    /// <summary>The rank at that place when all draws of a unit stand in order, from 0.</summary>
    private static int At(ushort[] times, int place)
    {
        var rank = 0;
        for (var seen = (int)times[0]; seen <= place; seen += times[rank])
            rank++;
        return rank + 1;
    }

    /// <summary>Whoever's range meets the leader's is in his band; the first one outside leads the next.</summary>
    internal static Place[] Banded(Place[] places)
    {
        var (band, worst) = (0, 0);
        foreach (var i in Order(places))
        {
            if (band == 0 || places[i].Low > worst)
                (band, worst) = (band + 1, places[i].High);
            places[i] = places[i] with { Band = band };
        }

        return places;
    }
}
