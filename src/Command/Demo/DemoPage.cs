namespace Command.Demo;

/// <summary>A page that the demo speaks for.</summary>
/// <param name="Weight">How busy it is, against 1 for an average page.</param>
/// <param name="Diligence">0 … 1: how much of what comes in its people answer soon; the rest takes days.</param>
/// <param name="ReplyMinutes">Median time of its people to a first answer.</param>
/// <param name="SilentDays">Days before now in which nothing comes from it: a webhook that was switched off.</param>
public sealed record DemoPage(string OaId, string Secret, double Weight, double Diligence, double ReplyMinutes, int SilentDays)
{
    /// <summary>Pages differ, always in the same way: the n-th page of the world is the same page at every start.</summary>
    public static DemoPage Of(int index, int count, string oaId, string secret)
    {
        var chance = new Random(1_000 + index);
        return new DemoPage(
            oaId,
            secret,
            Weight: index == 0 ? 4 : 0.4 + 1.4 * chance.NextDouble(),
            Diligence: 0.95 + 0.045 * chance.NextDouble(),
            ReplyMinutes: 8 + 50 * chance.NextDouble(),
            SilentDays: index == count - 1 ? 2 : 0);
    }
}
