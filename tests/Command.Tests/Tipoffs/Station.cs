using Command.Data;
using Command.People;
using Command.Tests.Units;
using Command.Tipoffs;
using Command.Units;

namespace Command.Tests.Tipoffs;

/// <summary>
/// An invented city with one district, its wards Sen and Mai, and the people who work there. Everything is a value:
/// the rules need no database.
/// </summary>
internal sealed class Station
{
    public static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-03-10T12:00:00+07:00", null);

    public Station()
    {
        var district = new District();
        City = district.Unit("city", kind: UnitKind.City);
        North = district.Unit("north", City, kind: UnitKind.District);
        Sen = district.Unit("sen", North);
        Mai = district.Unit("mai", North);
        Gone = district.Unit("gone", North, to: "2025-02-28");
        Page = district.Page("sen-zalo", Sen);
        Tree = district.Tree();
    }

    public UnitTree Tree { get; }

    public int City { get; }

    public int North { get; }

    public int Sen { get; }

    public int Mai { get; }

    public int Gone { get; }

    public int Page { get; }

    public static Deadlines Deadlines { get; } = new(
    [
        new DeadlineRule { Kind = DeadlineKind.PassOn, Amount = 24, Measure = DeadlineMeasure.ClockHours },
        new DeadlineRule { Kind = DeadlineKind.Decide, Amount = 20, Measure = DeadlineMeasure.Days },
        new DeadlineRule { Kind = DeadlineKind.FirstExtension, Amount = 2, Measure = DeadlineMeasure.Months },
        new DeadlineRule { Kind = DeadlineKind.SecondExtension, Amount = 2, Measure = DeadlineMeasure.Months },
    ],
        new WorkingCalendar([], WorkingHours.Default));

    /// <summary>Staff of Sen, who enters and assesses.</summary>
    public Asker Binh => new(Role.Staff, Sen, 1, "binh");

    /// <summary>Another of Sen, with the right to confirm.</summary>
    public Asker Cuc => new(Role.Chief, Sen, 2, "cuc") { MayConfirm = true };

    public Asker OfMai => new(Role.Staff, Mai, 3, "dao") { MayConfirm = true };

    public Asker OfNorth => new(Role.Chief, North, 4, "giang") { MayConfirm = true };

    /// <summary>Two of the city itself, above which nothing stands.</summary>
    public Asker OfCity => new(Role.Commander, City, 5, "hai") { MayConfirm = true };

    public Asker AlsoOfCity => new(Role.Commander, City, 6, "khanh") { MayConfirm = true };

    public Standpoint From(Asker asker, DateTimeOffset? at = null) => new(asker, Tree, at ?? Noon, Deadlines);

    public Tipoff Received(int? unit = null) => new()
    {
        Id = 1,
        Number = "TB-2026-000001",
        OnceKey = "1",
        CreditedUnitId = unit ?? Sen,
        PageId = Page,
        Category = TipoffCategory.Theft,
        Urgency = Urgency.Normal,
        ReceivedAt = Noon,
        Day = LocalTime.DayOf(Noon),
        EnteredBy = 9,
        PassOnDue = Deadlines.Due(DeadlineKind.PassOn, Noon),
        DecideDue = Deadlines.Due(DeadlineKind.Decide, Noon),
        DueAt = Deadlines.Due(DeadlineKind.PassOn, Noon),
        State = TipoffState.Received,
        Version = 1,
    };

    public Tipoff After(Tipoff tipoff, params (Asker Asker, Step Step)[] steps)
    {
        foreach (var (asker, step) in steps)
            tipoff = Next(tipoff, step, From(asker));
        return tipoff;
    }

    public static Tipoff Next(Tipoff tipoff, Step step, Standpoint from)
    {
        var ruling = StepRules.Judge(tipoff, step, from);
        Assert.Null(ruling.Refusal);
        return ruling.Next!;
    }

    public Tipoff Verifying() => After(Received(), (Binh, Step.Take));

    public Tipoff Assessed(Verdict verdict) => Next(
        Verifying(), Step.Assess(verdict, "đã xác minh"), From(Binh) with { Original = new Tipoff { Id = 7, Number = "TB-2026-000007", OnceKey = "7" } });

    public Tipoff Confirmed(Verdict verdict = Verdict.Valuable) => After(Assessed(verdict), (OfNorth, Step.Confirm()));
}
