using System.Globalization;
using Command.Data;
using Command.People;

namespace Command.Ranking.Leaderboards;

/// <summary>Why new weights were not published.</summary>
public enum WeightsRefusal
{
    NotAllowed,

    /// <summary>Nobody may publish without saying why.</summary>
    NoReason,

    /// <summary>Not one weight for each indicator, a negative one, or not 100 % in all.</summary>
    NotAWhole,

    /// <summary>A scale that is no positive number.</summary>
    BadScale,

    /// <summary>Just as they are published already.</summary>
    Unchanged,
}

/// <summary>Publishes weights of the composite score as a new version; the ones before stand, and so does what was sealed with them.</summary>
public sealed class WeightsDesk(CommandDb db, Acts acts, WeightsBook book, TimeProvider time)
{
    public const int MostLetters = 2_000;

    /// <summary>Weights are everybody's: an administrator of a part of the tree does not set them.</summary>
    public static bool May(Asker asker) => asker is { Role: Role.Administrator, UnitId: null };

    /// <param name="items">Values in hundredths, that is 0.4 for 40 %.</param>
    public async Task<WeightsRefusal?> PublishAsync(Asker asker, IReadOnlyList<IndicatorWeight> items, string reason, CancellationToken cancellation)
    {
        if (!May(asker))
            return WeightsRefusal.NotAllowed;
        if (reason.Length is 0 or > MostLetters)
            return WeightsRefusal.NoReason;
        if (!items.Select(i => i.Metric).SequenceEqual(LeaderboardMetric.Indicators) || items.Any(i => i.Value is not (>= 0 and <= 1)) || Math.Abs(items.Sum(i => i.Value) - 1) > 1e-9)
            return WeightsRefusal.NotAWhole;
        if (items.Any(i => i.Scale is not (> 0 and < 1e6)))
            return WeightsRefusal.BadScale;
        return await acts.RunAsync<WeightsRefusal?>(async () =>
        {
            var before = await book.CurrentAsync(cancellation);
            if (before.Items.SequenceEqual(items))
                return (WeightsRefusal.Unchanged, null);
            var number = before.Version + 1;
            db.Add(new WeightsVersion { Number = number, PublishedAt = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()), PublishedBy = asker.Name, Note = reason });
            db.AddRange(items.Select(i => new Weight { Version = number, Metric = i.Metric.Name, Value = i.Value, Scale = i.Scale }));
            await db.CountChangeAsync(cancellation);
            return (null, AuditEntry.By(
                asker,
                "weights.published",
                AuditFacts.Write((AuditFact.Version, number)),
                before: AuditFacts.Write((AuditFact.Weight, Written(before.Items))),
                after: AuditFacts.Write((AuditFact.Weight, Written(items)), (AuditFact.Note, reason))));
        }, cancellation);
    }

    private static IEnumerable<string> Written(IEnumerable<IndicatorWeight> items) =>
        items.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Metric.Name} {100 * i.Value:0.##} % / {i.Scale:0.####}"));
}
