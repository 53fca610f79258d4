using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Command.Ingest;

/// <summary>
/// A resident's own id on the platform. It is protected only when it is stored, which most messages do not need; until
/// then it shows itself to nobody.
/// </summary>
public sealed class SealedResident(string id, IDataProtector protector)
{
    public byte[] Protect() => protector.Protect(Encoding.UTF8.GetBytes(id));
}
