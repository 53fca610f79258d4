using Command.Data;
using Command.People;
using Command.Reviews;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Reviews;

public sealed class ReviewDeskTests
{
    [Fact]
    public async Task Staff_chiefs_and_commanders_make_reviews_of_their_units_and_nobody_else_does()
    {
        await using var conference = await Conference.StartAsync();
        (Role Role, string Unit, ReviewFault? Fault)[] askers =
        [
            (Role.Staff, "north", null), (Role.Chief, "north", null), (Role.Commander, "city", null),
            (Role.Analyst, "north", ReviewFault.NotAllowed), (Role.Administrator, "city", ReviewFault.NotAllowed), (Role.Staff, "sen", ReviewFault.NotAllowed), (Role.Chief, "south", ReviewFault.NotAllowed),
        ];
        foreach (var (role, unit, fault) in askers)
        {
            var made = await conference.Desk.MakeAsync(await conference.AskerAsync(role, unit, $"{role}"), "north", Conference.Period, null, "Sơ kết", CancellationToken.None);
            Assert.Equal((role, unit, fault), (role, unit, made.Refusal?.Fault));
        }

        Assert.Equal(3, (await conference.Reviews.ListAsync(await conference.AskerAsync(Role.Analyst, "north", "đọc"), CancellationToken.None)).Count);
        Assert.Empty(await conference.Reviews.ListAsync(await conference.AskerAsync(Role.Commander, "south", "khác"), CancellationToken.None));
        Assert.Empty(await conference.Reviews.ListAsync(await conference.AskerAsync(Role.Staff, "sen", "dưới"), CancellationToken.None));
        Assert.Equal(ReviewFault.NotAllowed, (await conference.RemarkAsync(1, await conference.AskerAsync(Role.Analyst, "north", "đọc"), "", "x")).Refusal?.Fault);
        Assert.Equal(ReviewFault.NotFound, (await conference.RemarkAsync(1, await conference.AskerAsync(Role.Commander, "south", "khác"), "", "x")).Refusal?.Fault);
    }

    [Fact]
    public async Task Posts_by_platform_are_those_of_the_totals_counted_or_told()
    {
        await using var conference = await Conference.StartAsync();
        await using (var db = await conference.App.OpenAsync())
        {
            db.Add(new Reading
            {
                PageId = db.Pages.Single(p => p.Key == "sen-zalo").Id,
                Metric = Metric.Posts.Id,
                FromDay = new DateOnly(2026, 2, 1),
                ToDay = new DateOnly(2026, 2, 28),
                Value = 12,
                Source = ReadingSource.Api,
            });
            await db.SaveChangesAsync();
        }

        var figures = (await conference.ReadAsync((await conference.MakeAsync()).Id)).Figures;

        Assert.Equal(7 + 12, Assert.Single(figures.Platforms).Posts);
        Assert.Equal(7 + 12, figures.Totals.Single(t => t.Metric == "posts").Now!.Number);
    }

    [Fact]
    public async Task The_second_editor_of_a_remark_is_told_and_overwrites_nothing()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        Assert.Null((await conference.RemarkAsync(review.Id, await conference.StaffAsync("binh"), "", "Của Bình")).Refusal);

        var second = await conference.RemarkAsync(review.Id, await conference.StaffAsync("cuc"), "", "Của Cúc");

        Assert.Equal((ReviewFault.ChangedMeanwhile, "binh"), (second.Refusal!.Fault, second.Refusal.Who));
        Assert.Equal("Của Bình", (await conference.ReadAsync(review.Id)).Words.Remark(ReviewSection.Summary));
        var elsewhere = await conference.Desk.EditAsync(
            await conference.StaffAsync("cuc"), review.Id, "targets", w => w.Targets, [], w => w with { Targets = [new ReviewTarget("coverage", 1)] }, CancellationToken.None);
        Assert.Null(elsewhere.Refusal);
        var late = await conference.Desk.FreezeAsync(await conference.StaffAsync("binh"), review.Id, review.Version + 1, CancellationToken.None);
        Assert.Equal((ReviewFault.ChangedMeanwhile, "cuc"), (late.Refusal!.Fault, late.Refusal.Who));
    }

    [Fact]
    public async Task What_is_frozen_stays_and_what_figures_say_now_stands_beside_it()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        var frozen = await conference.FreezeAsync(review.Id);
        Assert.Empty(await conference.Reviews.RestatedAsync(await conference.ReadAsync(review.Id), CancellationToken.None));

        await conference.CountAsync("sen-zalo", "2026-02-04", Metric.Messages, 5);
        await conference.Wards.ReceiveAsync("sen", 1, 0, 0);
        var view = await conference.ReadAsync(review.Id);

        Assert.Equal((200, true, frozen.Figures), (view.Figures.Total(ReviewMetric.Messages)!.Now!.Number, view.IsWhole, view.Review.Figures));
        var restated = await conference.Reviews.RestatedAsync(view, CancellationToken.None);
        Assert.Equal((200, 205), (restated[0].Reported!.Number, restated[0].Now!.Number));
        Assert.Contains(restated, d => d is { Unit: "Phường Sen", Reported: { Count: 9, Of: 12 }, Now: { Count: 10, Of: 13 } });
        Assert.Equal(ReviewFault.Frozen, (await conference.RemarkAsync(review.Id, await conference.StaffAsync(), "", "x")).Refusal?.Fault);
        Assert.Equal(ReviewFault.Frozen, (await conference.Desk.RemoveAsync(await conference.StaffAsync(), review.Id, CancellationToken.None)).Refusal?.Fault);
        await using (var db = await conference.App.OpenAsync())
            await db.Reviews.ExecuteUpdateAsync(r => r.SetProperty(x => x.Figures, x => x.Figures!.Replace("200", "900")));
        Assert.False((await conference.ReadAsync(review.Id)).IsWhole);
    }

    [Fact]
    public async Task Only_a_draft_is_thrown_away_a_running_period_is_not_frozen_and_every_act_is_written_down()
    {
        await using var conference = await Conference.StartAsync();
        var staff = await conference.StaffAsync();
        var running = await conference.MakeAsync(period: "2026-03");
        Assert.Equal(ReviewFault.NotOver, (await conference.Desk.FreezeAsync(staff, running.Id, 1, CancellationToken.None)).Refusal?.Fault);
        Assert.Equal(new DateOnly(2026, 3, 10), (await conference.ReadAsync(running.Id)).Figures.Period.To);
        Assert.Null((await conference.Desk.RemoveAsync(staff, running.Id, CancellationToken.None)).Refusal);
        Assert.Null(await conference.Reviews.ReadAsync(staff, running.Id, CancellationToken.None));

        var review = await conference.MakeAsync();
        await conference.RemarkAsync(review.Id, staff, "", "Nhận xét");
        await conference.FreezeAsync(review.Id);

        await using var db = await conference.App.OpenAsync();
        var lines = await db.AuditRecords.Where(l => l.Action.StartsWith("review.")).OrderBy(l => l.Number).ToListAsync();
        Assert.Equal(["review.made", "review.removed", "review.made", "review.edited", "review.frozen"], lines.Select(l => l.Action));
        Assert.All(lines, l => Assert.Equal("an", l.Actor));
        Assert.Equal(("""{"Note":"Nhận xét"}""", """{"Note":""}"""), (lines[3].After, lines[3].Before));
        Assert.Equal((AuditFact.Review, $"{review.Id}"), AuditFacts.Read(lines[3].Subject!)![0]);
    }

    [Fact]
    public async Task What_the_last_review_set_is_what_the_next_one_is_measured_against()
    {
        await using var conference = await Conference.StartAsync();
        var january = await conference.MakeAsync(period: "2026-01", comparison: null);
        await conference.Desk.EditAsync(await conference.StaffAsync(), january.Id, "targets", w => w.Targets, [], w => w with { Targets = [new ReviewTarget("messages", 150)] }, CancellationToken.None);
        await conference.FreezeAsync(january.Id);

        var february = await conference.ReadAsync((await conference.MakeAsync()).Id);

        Assert.Equal((200, 150), (february.Figures.Total(ReviewMetric.Messages)!.Now!.Number, february.Figures.Total(ReviewMetric.Messages)!.Target));
        var impossible = await conference.Desk.EditAsync(await conference.StaffAsync(), february.Review.Id, "targets", w => w.Targets, [], w => w with { Targets = [new ReviewTarget("coverage", 1.2)] }, CancellationToken.None);
        Assert.Equal(ReviewFault.BadWords, impossible.Refusal?.Fault);
    }
}
