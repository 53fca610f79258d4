namespace Command.Alerts;

/// <summary>Finds what is the matter in one respect. It asks for what stands, so whatever was missed is found by the next look.</summary>
public interface IAlertSource
{
    /// <summary>What it raises, of <see cref="AlertText"/>; no other source raises it.</summary>
    string Text { get; }

    TimeSpan Every { get; }

    Task<IReadOnlyList<Cause>> ReadAsync(AlertScene scene, CancellationToken cancellation);
}
