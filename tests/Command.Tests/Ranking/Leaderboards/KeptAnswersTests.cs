using Command.Ranking.Leaderboards;

namespace Command.Tests.Ranking.Leaderboards;

public sealed class KeptAnswersTests
{
    private readonly HandClock clock = new(DateTimeOffset.Parse("2026-03-10T05:00:00Z", null));
    private int computed;

    [Fact]
    public async Task While_nothing_has_changed_nothing_is_computed_again()
    {
        var kept = new KeptAnswers<string, int>(clock, TimeSpan.FromSeconds(60), _ => 1);

        Assert.Equal(1, await AskAsync(kept, version: 1));
        clock.Now += TimeSpan.FromDays(3);

        Assert.Equal(1, await AskAsync(kept, version: 1));
    }

    [Fact]
    public async Task After_a_change_an_answer_is_served_a_little_longer_but_not_to_who_must_have_it_fresh()
    {
        var kept = new KeptAnswers<string, int>(clock, TimeSpan.FromSeconds(60), _ => 1);
        await AskAsync(kept, version: 1);
        clock.Now += TimeSpan.FromSeconds(59);

        Assert.Equal(1, await AskAsync(kept, version: 2));
        Assert.Equal(2, await AskAsync(kept, version: 2, mustBeFresh: true));
    }

    [Fact]
    public async Task What_is_much_too_old_is_not_served_at_all()
    {
        var kept = new KeptAnswers<string, int>(clock, TimeSpan.FromSeconds(60), _ => 1);
        await AskAsync(kept, version: 1);
        clock.Now += TimeSpan.FromMinutes(10);

        Assert.Equal(2, await AskAsync(kept, version: 2));
    }

    [Fact]
    public async Task In_between_the_old_one_is_served_while_a_newer_one_is_computed_behind_it()
    {
        var kept = new KeptAnswers<string, int>(clock, TimeSpan.FromSeconds(60), _ => 1);
        await AskAsync(kept, version: 1);
        clock.Now += TimeSpan.FromSeconds(61);
        var held = new TaskCompletionSource<int>();

        var (old, _) = await kept.GetAsync("a", 2, false, () => held.Task, CancellationToken.None);
        Assert.Equal(1, old);
        held.SetResult(7);

        var answer = old;
        for (var tries = 0; answer == 1 && tries < 100_000; tries++)
        {
            (answer, _) = await kept.GetAsync("a", 2, false, () => held.Task, CancellationToken.None);
            await Task.Yield();
        }

        Assert.Equal(7, answer);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var kept = new KeptAnswers<string, int>(clock, TimeSpan.FromSeconds(60), _ => 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => kept.GetAsync("a", 1, false, () => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Equal(1, await AskAsync(kept, version: 1));
    }

    [Fact]
    public async Task When_all_together_weigh_too_much_those_go_that_nobody_has_asked_of_for_longest()
    {
        var kept = new KeptAnswers<string, int>(clock, TimeSpan.FromSeconds(60), _ => KeptAnswers<string, int>.MostRows / 3);
        foreach (var key in new[] { "a", "b", "c" })
            await AskAsync(kept, version: 1, key: key);

        Assert.Equal(1, await AskAsync(kept, version: 1));
        Assert.Equal(4, await AskAsync(kept, version: 1, key: "d"));

        Assert.Equal(1, await AskAsync(kept, version: 1));
        Assert.Equal(4, await AskAsync(kept, version: 1, key: "d"));
        Assert.Equal(5, await AskAsync(kept, version: 1, key: "b"));
    }

    private async Task<int> AskAsync(KeptAnswers<string, int> kept, long version, bool mustBeFresh = false, string key = "a") =>
        (await kept.GetAsync(key, version, mustBeFresh, () => Task.FromResult(++computed), CancellationToken.None)).Answer;
}
