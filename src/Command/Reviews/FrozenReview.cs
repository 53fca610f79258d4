using System.Security.Cryptography;
using System.Text;
using Command.Data;

namespace Command.Reviews;

/// <summary>What was frozen and whether the table still says so. Pure.</summary>
public static class FrozenReview
{
    public static bool IsWhole(Review review) => review.Digest is { } digest && digest.AsSpan().SequenceEqual(Digest(review));

    /// <summary>SHA-256 over all that was frozen: a change in the table shows.</summary>
    public static byte[] Digest(Review review) => SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
        $"{review.UnitId}\n{review.Period}\n{review.From:yyyy-MM-dd}\n{review.To:yyyy-MM-dd}\n{review.Comparison}\n{review.Title}\n{review.FrozenAt?.ToUnixTimeMilliseconds()}\n{review.FrozenBy}\n{review.Words}\n{review.Figures}")));
}
