namespace Command.People;

public enum AuditFaultKind
{
    /// <summary>A number is left out.</summary>
    Missing,

    /// <summary>The line's digest is not that of its fields and the line before.</summary>
    Changed,

    /// <summary>The digest is not the one that was noted.</summary>
    WrittenAnew,

    /// <summary>More lines were noted than stand.</summary>
    CutOff,
}

/// <summary>What is wrong with the log.</summary>
/// <param name="Line">Where; when it was cut off, the last that stands.</param>
/// <param name="Noted">How many were noted; 0 when that is not what is wrong.</param>
public sealed record AuditFault(AuditFaultKind Kind, long Line, long Noted = 0)
{
    /// <summary>As the command line says it.</summary>
    public override string ToString() => Kind switch
    {
        AuditFaultKind.Missing => $"Line {Line} is missing.",
        AuditFaultKind.Changed => $"Line {Line} was changed, or a line before it was.",
        AuditFaultKind.WrittenAnew => $"Line {Line} is not the one that was noted: the log was written anew.",
        _ => $"{Noted} lines were noted, {Line} stand: the end was cut off.",
    };
}
