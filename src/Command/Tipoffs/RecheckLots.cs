using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Command.Data;

namespace Command.Tipoffs;

/// <summary>
/// The lots that choose assessments without confirmation for a second look: the same for the same assessment on every
/// node and at every time, and known to nobody who has not the key.
/// </summary>
public sealed class RecheckLots(ProtectedKeys keys, TipoffSettings settings)
{
    /// <summary>0.07 × 100 is a little more than 7 in the computer's numbers.</summary>
    private const double Rounding = 1e-9;

    // Taken before anybody's transaction: the first time it is written to the database.
    private readonly byte[] key = keys.GetOrMake(ProtectedKeys.Rechecks);

    /// <summary>Whether an assessment is chosen at once.</summary>
    /// <param name="version">That of the tip-off before it is assessed.</param>
    public bool Draws(string number, int version) => Lot($"{number}/{version}") < settings.RecheckShare * ulong.MaxValue;

    /// <summary>How many of so many assessments of one unit must be looked at.</summary>
    public int Needed(int assessed) => (int)Math.Ceiling(settings.RecheckShare * assessed - Rounding);

    /// <summary>Who is next to be chosen when a month is closed: the lowest.</summary>
    public ulong Lot(string number) => BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(number)));
}
