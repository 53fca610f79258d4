using System.Text.RegularExpressions;
using System.Xml.Linq;
using Command.Boards.Shell;
using Command.Data;
using Command.Ranking.Leaderboards;

namespace Command.Tests.Boards.Shell;

public sealed partial class TextsTests
{
    private static readonly string source = Path.Combine(RepositoryFiles.Root.FullName, "src", "Command");

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        var vietnamese = Texts("Texts.resx");
        var english = Texts("Texts.en.resx");
        Assert.Equal(vietnamese.Keys.Order(), english.Keys.Order());
        Assert.All(vietnamese, text => Assert.Equal(Places(text.Value), Places(english[text.Key])));
    }

    [Fact]
    public void Every_text_that_a_screen_asks_for_exists()
    {
        var texts = Texts("Texts.resx");
        var asked = Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value)
            .Distinct().ToList();
        Assert.True(asked.Count > 80);
        Assert.Empty(asked.Except(texts.Keys));
    }

    [Fact]
    public void Every_shortcut_says_what_it_does()
    {
        var texts = Texts("Texts.resx");
        Assert.All(Shortcuts.Keys, key => Assert.Contains($"keys.{key}", texts.Keys));
    }

    [Fact]
    public void Every_reason_and_fault_that_is_stored_has_its_words()
    {
        var texts = Texts("Texts.resx");
        string[] Constants(Type type) => [.. type.GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];
        Assert.All(Constants(typeof(Command.Ingest.UnusableReason)), reason => Assert.Contains($"aside.{reason}", texts.Keys));
        Assert.All(Constants(typeof(Command.Ingest.RefusalReason)), reason => Assert.Contains($"refused.{reason}", texts.Keys));
        Assert.All(Constants(typeof(Command.Units.DataFault)), code => Assert.Contains($"fault.{code}", texts.Keys));
    }

    [Fact]
    public void Every_refusal_and_every_word_of_a_tipoff_has_its_words()
    {
        var texts = Texts("Texts.resx").Keys.ToHashSet();
        var words = typeof(Command.Tipoffs.RefusedFor).GetFields().Select(f => $"refused.{f.GetRawConstantValue()}")
            .Concat(Names<TipoffState>("state")).Concat(Names<Verdict>("verdict")).Concat(Names<TipoffCategory>("category")).Concat(Names<Urgency>("urgency"))
            .Concat(Names<TipoffSource>("source")).Concat(Names<Outcome>("outcome")).Concat(Names<StepKind>("do")).Concat(Names<StepKind>("done"))
            .Concat(Names<Command.Tipoffs.TipoffShow>("show")).Concat(Names<Command.Tipoffs.TipoffDimension>("by"));

        Assert.Empty(words.Select(w => "tipoff." + w).Except(texts));

        static IEnumerable<string> Names<T>(string of)
            where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{of}.{name}");
    }

    [Fact]
    public void Everything_that_can_be_said_of_messages_has_its_words()
    {
        var texts = Texts("Texts.resx");
        IEnumerable<string> Names<T>(string prefix, params string[] silent)
            where T : struct, Enum => Enum.GetNames<T>().Except(silent).Select(name => prefix + name);
        Assert.Empty(Names<Command.Data.MessageKind>("kind.")
            .Concat(Names<Command.Data.MessageKind>("feed.Message.", "Unclassified"))
            .Concat(Names<Command.Data.CloseReason>("close."))
            .Concat(Names<Command.Data.RuleTest>("rule."))
            .Concat(Names<Command.Data.DeskAct>("act."))
            .Concat(Names<Attachments>("attached."))
            .Concat(Names<Command.Messages.RuleFault>("rulefault."))
            .Concat(Names<Command.Messages.DeskFault>("refusal."))
            .Except(texts.Keys));
    }

    [Fact]
    public void Everything_that_an_alert_can_say_has_its_words()
    {
        var texts = Texts("Texts.resx");
        Assert.Empty(typeof(Command.Alerts.AlertText).GetFields().Select(f => $"alert.text.{f.GetRawConstantValue()}")
            .Concat(Enum.GetNames<AlertKind>().SelectMany(kind => new[] { $"alert.kind.{kind}", $"alertrules.holds.{kind}" }))
            .Concat(["alert.fault.NotFound", "alert.fault.Ended"])
            .Concat(Enum.GetNames<Command.Alerts.AlertRuleFault>().Select(fault => $"alertrule.fault.{fault}"))
            .Except(texts.Keys));
    }

    [Fact]
    public void Everything_that_can_be_said_of_settings_has_its_words()
    {
        var texts = Texts("Texts.resx");
        IEnumerable<string> Names<T>(string prefix, params string[] silent)
            where T : struct, Enum => Enum.GetNames<T>().Except(silent).Select(name => "settings." + prefix + name);
        Assert.Empty(Names<SettingFault>("fault.", "None").Concat(Names<DeadlineKind>("deadline.")).Concat(Names<DeadlineMeasure>("per."))
            .Concat(Names<DeadlineMeasure>("measured.")).Concat(Names<TargetMeasure>("measure.")).Except(texts.Keys));
    }

    [Fact]
    public void Everything_that_can_be_said_of_leaderboards_and_periods_has_its_words()
    {
        var texts = Texts("Texts.resx").Keys.ToHashSet();
        IEnumerable<string> Names<T>(string prefix, params string[] silent)
            where T : struct, Enum => Enum.GetNames<T>().Except(silent).Select(name => prefix + name);
        Assert.Empty(Names<LeaderboardStatus>("lb.status.")
            .Concat(Names<LeaderboardFault>("lb.fault."))
            .Concat(Names<NotRankedReason>("lb.apart."))
            .Concat(Names<RankChange>("lb.change."))
            .Concat(Names<Command.Ranking.FunnelZone>("lb.zone."))
            .Concat(Names<OpenKind>("lb.open."))
            .Concat(Names<SealRefusal>("lb.seal.refused."))
            .Concat(LeaderboardMetric.All.Select(m => "lb.metric." + m.Name))
            .Concat(Names<Command.Periods.PeriodRefusal>("periods.refused."))
            .Concat(Names<Command.Periods.PeriodLength>("period.", "HalfYear"))
            .Except(texts));
    }

    [Fact]
    public void Everything_that_a_comparison_says_has_its_words()
    {
        var texts = Texts("Texts.resx");
        var words = Command.Comparable.Measure.All.SelectMany(m => new[] { $"measure.{m.Name}", $"measure.{m.Name}.unit" })
            .Concat(Enum.GetNames<Command.Comparable.Step>().Select(n => $"step.{n}"))
            .Concat(Enum.GetNames<Command.Boards.Compare.RemarkKind>().Select(n => $"compare.remark.{n}"))
            .Concat(Enum.GetNames<AnnotationKind>().Select(n => $"annotation.{n}"))
            .Concat(Enum.GetNames<Command.Periods.PeriodLength>().Where(n => n != "Custom").Select(n => $"compare.period.{n}"));

        Assert.Empty(words.Except(texts.Keys));
    }

    [Fact]
    public void Every_metric_and_everything_that_can_be_said_of_evidence_has_its_words()
    {
        var texts = Texts("Texts.resx");
        var words = Command.Rollups.Metric.All.Select(m => $"metric.{m.Name}")
            .Concat(Enum.GetNames<Precision>().Select(n => $"precision.{n}"))
            .Concat(Enum.GetNames<Command.Reviews.ClaimKind>().Select(n => $"evidence.claim.{n}"))
            .Concat(Enum.GetNames<Command.Reviews.ExplanationKind>().Select(n => $"evidence.why.{n}"))
            .Concat(Enum.GetNames<Command.Reviews.DataGapKind>().Select(n => $"evidence.gap.{n}"));

        Assert.Empty(words.Except(texts.Keys));
    }

    [Fact]
    public void Everything_that_a_review_says_has_its_words()
    {
        var texts = Texts("Texts.resx").Keys.ToHashSet();
        IEnumerable<string> Names<T>(string prefix, string suffix = "")
            where T : struct, Enum => Enum.GetNames<T>().Select(name => prefix + name + suffix);
        Assert.Empty(Names<Command.Reviews.ReviewSection>("review.section.")
            .Concat(Names<Command.Reviews.AttentionKind>("review.attention."))
            .Concat(Names<Command.Reviews.AttentionKind>("review.attention.", ".is"))
            .Concat(Names<Command.Reviews.ClaimKind>("review.claim."))
            .Concat(Names<Command.Reviews.ReviewFault>("review.refused."))
            .Concat(Names<Command.Boards.Reviews.ReviewComparison>("review.comparison."))
            .Concat(Names<Command.Reviews.Slides.TemplateRefusal>("review.template.refused."))
            .Except(texts));
        Assert.All(Command.Reviews.ReviewMetric.All, m => Assert.True(texts.Contains("review.metric." + m.Name) || texts.Contains("metric." + m.Name), m.Name));
    }

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(source, "Boards", "Shell", file)).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order();

    [GeneratedRegex("""\b(?:T|texts)\["([^"]+)"[\],]""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
