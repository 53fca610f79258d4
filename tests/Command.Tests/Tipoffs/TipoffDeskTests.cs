using Command.Data;
using Command.People;
using Command.Tipoffs;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Tipoffs;

public sealed class TipoffDeskTests : IAsyncLifetime
{
    private readonly DeskFixture desk = new();

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Numbers_run_by_year_and_root()
    {
        var first = await desk.EnterAsync();
        var second = await desk.EnterAsync(desk.Entry("mai"));
        var lastYear = await desk.EnterAsync(desk.Entry(at: DateTimeOffset.Parse("2025-12-31T23:59:59+07:00", null)));

        Assert.Equal(["TB-2026-000001", "TB-2026-000002", "TB-2025-000001"], [first.Number, second.Number, lastYear.Number]);
    }

    [Fact]
    public async Task A_tipoff_goes_its_whole_way_and_leaves_its_trail()
    {
        var entered = await desk.EnterAsync();
        var assessed = await desk.DoAsync(entered, (desk.Binh, Step.Take), (desk.Binh, Step.Assess(Verdict.Valuable, "bắt quả tang")));
        await desk.DoAsync(assessed, (desk.OfNorth, Step.Confirm()), (desk.Binh, Step.Close(Outcome.OffenderCaught, Outcome.Fined)));

        await using var db = desk.Database.CreateDbContext();
        var trail = await db.TipoffSteps.OrderBy(s => s.Number).ToListAsync();
        Assert.Equal([StepKind.Enter, StepKind.Take, StepKind.Assess, StepKind.Confirm, StepKind.Close], trail.Select(s => s.Kind));
        Assert.Equal(["person-90", "person-1", "person-1", "person-4", "person-1"], trail.Select(s => s.Actor));
        Assert.Equal(("bắt quả tang", Verdict.Valuable), (trail[2].Why, trail[2].Verdict));
        Assert.Equal(2, await db.TipoffOutcomes.CountAsync());
        Assert.Equal([new StandingCount(TipoffStanding.Valuable, false, 1)], await desk.CountsAsync());
        Assert.Empty(await desk.DriftsAsync());
        Assert.Null((await desk.Audit.VerifyAsync(null, CancellationToken.None)).Fault);
        Assert.Equal(
            ["tipoff.enter", "tipoff.take", "tipoff.assess", "tipoff.confirm", "tipoff.close"],
            await db.AuditRecords.Where(a => a.Action.StartsWith("tipoff.")).OrderBy(a => a.Number).Select(a => a.Action).ToListAsync());
    }

    [Fact]
    public async Task Each_standing_counts_in_its_own_row_and_a_confirmation_taken_back_leaves_it()
    {
        var tipoff = await desk.DoAsync(await desk.EnterAsync(), (desk.Binh, Step.Take));
        Assert.Equal([new StandingCount(TipoffStanding.Pending, false, 1)], await desk.CountsAsync());
        tipoff = await desk.DoAsync(tipoff, (desk.Binh, Step.Assess(Verdict.Spam, "quảng cáo")));
        Assert.Equal([new StandingCount(TipoffStanding.Awaiting, false, 1)], await desk.CountsAsync());
        tipoff = await desk.DoAsync(tipoff, (desk.OfNorth, Step.Confirm()));
        Assert.Equal([new StandingCount(TipoffStanding.Spam, false, 1)], await desk.CountsAsync());
        await desk.DoAsync(tipoff, (desk.OfNorth, Step.Return("nhầm")));
        Assert.Equal([new StandingCount(TipoffStanding.Pending, false, 1)], await desk.CountsAsync());
    }

    [Fact]
    public async Task Of_two_who_assess_at_once_one_is_told_what_the_other_did_and_nothing_is_lost()
    {
        for (var round = 0; round < 20; round++)
        {
            var seen = await desk.DoAsync(await desk.EnterAsync(), (desk.Binh, Step.Take));
            var other = desk.Person(Role.Chief, "sen", 2);

            var results = await Task.WhenAll(
                Task.Run(() => desk.TryAsync(seen, Step.Assess(Verdict.Valuable, "một"), desk.Binh)),
                Task.Run(() => desk.TryAsync(seen, Step.Assess(Verdict.False, "hai"), other)));

            var (done, told) = (Assert.Single(results, r => r.Refusal is null), Assert.Single(results, r => r.Refusal is not null));
            Assert.Equal((RefusedFor.ChangedMeanwhile, StepKind.Assess), (told.Refusal!.Code, told.Refusal.Did));
            Assert.Equal($"person-{done.Tipoff!.AssessedBy}", told.Refusal.Who);
            await using var db = desk.Database.CreateDbContext();
            var stands = await db.Tipoffs.AsNoTracking().SingleAsync(t => t.Id == seen.Id);
            Assert.Equal((done.Tipoff.Verdict, done.Tipoff.AssessedBy, 3), (stands.Verdict, stands.AssessedBy, stands.Version));
            Assert.Equal(3, await db.TipoffSteps.CountAsync(s => s.TipoffId == seen.Id));
        }

        Assert.Empty(await desk.DriftsAsync());
    }

    [Fact]
    public async Task A_save_that_another_context_overtook_changes_nothing()
    {
        var seen = await desk.DoAsync(await desk.EnterAsync(), (desk.Binh, Step.Take));
        await using var first = desk.Database.CreateDbContext();
        await using var second = desk.Database.CreateDbContext();
        var (one, two) = (await first.Tipoffs.SingleAsync(), await second.Tipoffs.SingleAsync());
        (one.Verdict, one.Version) = (Verdict.Valuable, seen.Version + 1);
        (two.Verdict, two.Version) = (Verdict.False, seen.Version + 1);

        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [Fact]
    public async Task The_same_entry_sent_again_stands_once()
    {
        var entry = desk.Entry();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.Desk.EnterAsync(entry, desk.Binh, CancellationToken.None))));

        Assert.Single(results.Select(r => r.Tipoff!.Number).Distinct());
        Assert.Equal([new StandingCount(TipoffStanding.Pending, false, 1)], await desk.CountsAsync());
    }

    [Fact]
    public async Task Many_at_once_get_each_their_own_number()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => desk.Desk.EnterAsync(desk.Entry(), desk.Binh, CancellationToken.None))));

        Assert.Equal(24, results.Select(r => r.Tipoff!.Number).Distinct().Count());
        Assert.Null((await desk.Audit.VerifyAsync(null, CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task A_neighbours_tipoff_is_as_if_it_were_not()
    {
        var seen = await desk.EnterAsync();

        Assert.Equal(RefusedFor.NotFound, (await desk.TryAsync(seen, Step.Take, desk.Person(Role.Chief, "mai", 7))).Refusal?.Code);
        Assert.Equal(RefusedFor.NotFound, (await desk.TryAsync(seen, Step.Take, desk.Person(Role.Analyst, null, 8))).Refusal?.Code);
        Assert.Equal(RefusedFor.NotFound, (await desk.Desk.TakeStepAsync("TB-1999-000001", 1, Step.Take, desk.Binh, CancellationToken.None)).Refusal?.Code);
        Assert.Equal(RefusedFor.NoRight, (await desk.Desk.EnterAsync(desk.Entry(), desk.Person(Role.Staff, "mai", 7), CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task Who_was_named_confirms_for_a_neighbour_and_sees_it_only_while_it_is_put_up()
    {
        var named = desk.Person(Role.Chief, "mai", 7, confirms: true) with { ConfirmsFor = new HashSet<int> { desk.Unit("sen") } };
        var verifying = await desk.DoAsync(await desk.EnterAsync(), (desk.Binh, Step.Take));
        Assert.Equal(RefusedFor.NotFound, (await desk.TryAsync(verifying, Step.Confirm(), named)).Refusal?.Code);
        Assert.Equal(RefusedFor.NotFound, (await desk.Desk.LookAsync(verifying.Number, named, CancellationToken.None)).Refusal?.Code);

        var put = await desk.DoAsync(verifying, (desk.Binh, Step.Assess(Verdict.Valuable, "rõ")));
        Assert.Equal("Có người bán hàng giả", (await desk.Desk.LookAsync(put.Number, named, CancellationToken.None)).Words?.Words);
        await desk.DoAsync(put, (named, Step.Confirm()));
    }

    [Fact]
    public async Task A_unit_that_got_a_copy_reads_it_and_neither_works_on_it_nor_counts_it()
    {
        var copied = await desk.DoAsync(await desk.EnterAsync(), (desk.Binh, Step.Forward(desk.Unit("mai"), "địa bàn Mai")));
        var ofMai = desk.Person(Role.Staff, "mai", 7);

        Assert.NotNull((await desk.Desk.LookAsync(copied.Number, ofMai, CancellationToken.None)).Words?.Words);
        Assert.Equal(RefusedFor.NoRight, (await desk.TryAsync(copied, Step.Take, ofMai)).Refusal?.Code);
        await using var db = desk.Database.CreateDbContext();
        Assert.Equal([desk.Unit("sen")], await db.TipoffDays.Where(d => d.Count > 0).Select(d => d.UnitId).ToListAsync());
    }

    [Fact]
    public async Task Words_are_protected_in_the_store_and_every_look_is_in_the_audit_log()
    {
        var tipoff = await desk.EnterAsync(desk.Entry(words: "Ông Phú ở hẻm số 4 bán ma túy") with { Place = "hẻm 4 đường Hoa Sen" });
        var before = await LooksAsync();
        var (words, _) = await desk.Desk.LookAsync(tipoff.Number, desk.Binh, CancellationToken.None);
        var refused = await desk.Desk.LookAsync(tipoff.Number, desk.Person(Role.Administrator, null, 12), CancellationToken.None);

        Assert.Equal(("Ông Phú ở hẻm số 4 bán ma túy", "hẻm 4 đường Hoa Sen"), (words!.Words, words.Place));
        Assert.Equal(RefusedFor.NoRight, refused.Refusal?.Code);
        Assert.Equal((0, 1), (before, await LooksAsync()));
        foreach (var file in Directory.EnumerateFiles(desk.Database.Folder, "command.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            Assert.Equal(-1, bytes.AsSpan().IndexOf("hẻm"u8));
        }

        async Task<int> LooksAsync()
        {
            await using var db = desk.Database.CreateDbContext();
            return await db.AuditRecords.CountAsync(a => a.Action == "tipoff.look");
        }
    }

    [Fact]
    public async Task Expired_words_are_not_shown_even_before_they_are_purged()
    {
        var tipoff = await desk.EnterAsync();
        desk.Time.Now = desk.Time.Now.AddDays(91);

        Assert.Equivalent(new OpenWords(null, null, []), (await desk.Desk.LookAsync(tipoff.Number, desk.Binh, CancellationToken.None)).Words, strict: true);
    }

    [Fact]
    public async Task Bad_entries_are_refused_each_for_its_reason_and_leave_nothing()
    {
        var now = desk.Time.Now;
        (NewTipoff Entry, string Code)[] bad =
        [
            (desk.Entry() with { CreditedUnitId = 4711 }, RefusedFor.NoRight),
            (desk.Entry() with { PageId = 4711 }, RefusedFor.PageUnknown),
            (desk.Entry() with { Category = (TipoffCategory)99 }, RefusedFor.KindUnknown),
            (desk.Entry() with { Urgency = 0 }, RefusedFor.KindUnknown),
            (desk.Entry() with { Words = " " }, RefusedFor.WordsMissing),
            (desk.Entry() with { Words = new string('a', 1_000_000) }, RefusedFor.WordsTooLong),
            (desk.Entry() with { Place = new string('a', 501) }, RefusedFor.PlaceTooLong),
            (desk.Entry() with { ReceivedAt = now.AddHours(1) }, RefusedFor.ReceivedInFuture),
            (desk.Entry() with { ReceivedAt = now.AddYears(-200) }, RefusedFor.ReceivedTooEarly),
            (desk.Entry() with { Attachments = [[.. "%PDF-"u8, .. new byte[1_000]]] }, RefusedFor.AttachmentTooLarge),
            (desk.Entry() with { Attachments = [[.. "<html>"u8]] }, RefusedFor.AttachmentKind),
            (desk.Entry() with { Attachments = [.. Enumerable.Repeat("%PDF-1"u8.ToArray(), 6)] }, RefusedFor.TooManyAttachments),
        ];
        foreach (var (entry, code) in bad)
            Assert.Equal(code, (await desk.Desk.EnterAsync(entry, desk.Person(Role.Commander, null, 3), CancellationToken.None)).Refusal?.Code);

        Assert.Equal(RefusedFor.NoPerson, (await desk.Desk.EnterAsync(desk.Entry(), new Asker(Role.Staff, null), CancellationToken.None)).Refusal?.Code);
        Assert.Empty(await desk.CountsAsync());
    }

    [Fact]
    public async Task Chance_alone_decides_the_second_look()
    {
        async Task<Recheck> AssessAsync(double share)
        {
            var seen = await desk.DoAsync(await desk.EnterAsync(), (desk.Binh, Step.Take));
            var result = await desk.NewDesk(share).TakeStepAsync(seen.Number, seen.Version, Step.Assess(Verdict.False, "sai"), desk.Binh, CancellationToken.None);
            return result.Tipoff!.Recheck;
        }

        Assert.Equal(Recheck.Due, await AssessAsync(1));
        Assert.Equal(Recheck.None, await AssessAsync(0));
    }
}
