using Command.Data;
using Command.Messages;

namespace Command.Tests.Messages;

public sealed class MessageRulesTests
{
    private static readonly CancellationToken none = CancellationToken.None;

    [Fact]
    public async Task An_edit_makes_a_version_with_who_and_when_and_the_doors_go_by_it_at_once()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var rules = app.Get<MessageRules>();
        var asker = await app.AskerAsync(Role.Commander, "city");
        Assert.Equal(1, rules.Current.Version);

        Assert.Null(await rules.SaveAsync(asker, 1, [Rule(MessageKind.Praise, "hoan hô"), .. rules.Current.Rules], "thêm lời khen", none));

        Assert.Equal((MessageKind.Praise, 1, "hoan hô"), Decided(rules, "HOAN HO các anh"));
        Assert.Equal((MessageKind.TipOff, 2, "trộm"), Decided(rules, "có trộm"));
        var newest = (await rules.VersionsAsync(none))[0];
        Assert.Equal((2, "canbo1", Ward.Monday, "thêm lời khen"), (newest.Number, newest.MadeBy, newest.MadeAt, newest.Note));
        Assert.Equal(FirstMessageRules.All.Select(r => r.Texts), (await rules.OfVersionAsync(1, none)).Select(r => r.Texts));
        Assert.Equal(["""canbo1 {"Version":2}"""], await app.AuditedAsync(MessageRules.Changed));
    }

    [Fact]
    public async Task Of_two_edits_of_one_version_the_second_is_told_of_the_first()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var rules = app.Get<MessageRules>();
        var (first, second) = (await app.AskerAsync(Role.Commander, "city"), await app.AskerAsync(Role.Administrator, null, 2));

        var answers = await Task.WhenAll(new[] { first, second }.Select(a => Task.Run(() => rules.SaveAsync(a, 1, [Rule(MessageKind.Other, a.Name)], "", none))));

        var refused = Assert.Single(answers, a => a is not null)!;
        Assert.Equal(2, refused.First!.Number);
        Assert.Equal(refused.First.MadeBy, rules.Current.Rules.Single().Texts);
    }

    [Theory]
    [InlineData(Role.Chief)]
    [InlineData(Role.Staff)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Wall)]
    [InlineData(Role.Key)]
    public async Task Rules_of_all_units_are_not_for_one_units_people(Role role)
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));

        Assert.True((await app.Get<MessageRules>().SaveAsync(await app.AskerAsync(role), 1, [Rule(MessageKind.Other, "x")], "", none))!.NotAllowed);
        Assert.Equal(1, app.Get<MessageRules>().Current.Version);
    }

    [Fact]
    public async Task A_fault_keeps_all_of_them_out()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var refused = await app.Get<MessageRules>().SaveAsync(await app.AskerAsync(Role.Commander), 1, [Rule(MessageKind.Other, "được"), Rule(MessageKind.Other, " ")], "", none);

        Assert.Equal([(2, RuleFault.Empty)], refused!.Faults);
        Assert.Single(await app.Get<MessageRules>().VersionsAsync(none));
    }

    [Fact]
    public async Task Another_node_takes_the_newest_version()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var other = new MessageRules(app.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<CommandDb>>(), app.Get<Command.People.AuditLog>(), TimeProvider.System);
        await app.Get<MessageRules>().SaveAsync(await app.AskerAsync(Role.Commander), 1, [Rule(MessageKind.Other, "xin chào")], "", none);
        Assert.Equal(1, other.Current.Version);

        await other.LoadAsync(none);

        Assert.Equal((MessageKind.Other, 1, "xin chào"), Decided(other, "Xin chào"));
    }

    private static (MessageKind, int, string?) Decided(MessageRules rules, string text)
    {
        var verdict = rules.Current.Propose(new MessageContent(text));
        return (verdict.Kind, verdict.Position, verdict.Because);
    }

    private static MessageRule Rule(MessageKind kind, string texts) => new() { Test = RuleTest.Words, Kind = kind, Texts = texts };
}
