using Command.Data;

namespace Command.Ingest;

/// <summary>Settings of the doors and the log.</summary>
/// <param name="AnswerWithin">Zalo wants its answer within two seconds: what takes longer is answered 503.</param>
/// <param name="WordsKept">Residents' words expire after this.</param>
public sealed record IngestSettings(TimeSpan AnswerWithin, TimeSpan WordsKept)
{
    /// <exception cref="SettingException">A setting is not positive.</exception>
    public static IngestSettings From(IConfiguration configuration)
    {
        var settings = new IngestSettings(
            TimeSpan.FromSeconds(configuration.GetValue("Ingest:AnswerWithinSeconds", 1.7)),
            TimeSpan.FromDays(configuration.GetValue("Privacy:WordsKeptDays", 90.0)));
        if (settings.AnswerWithin <= TimeSpan.Zero || settings.WordsKept <= TimeSpan.Zero)
            throw new SettingException("Ingest:AnswerWithinSeconds and Privacy:WordsKeptDays must be greater than 0.");
        return settings;
    }
}
