using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Command.Data;
using Command.Rollups;
using Command.Tests.Ranking.Leaderboards;
using Command.Tests.Reviews;
using Command.Tests.Reviews.Slides;

namespace Command.Tests.Flows;

/// <summary>
/// Every number of every chart, read from the downloaded file as a stranger reads it, is the one that the API tells; and so
/// are the tables of platforms and ranks.
/// </summary>
public sealed class ChartsAndTheApiTests
{
    private static readonly DateOnly firstEvent = new(2026, 1, 1);

    /// <summary>How the API says each chart, series by series.</summary>
    private static readonly Dictionary<string, Func<ApiOfNorth, ReadChart, Task<IReadOnlyList<double?[]>>>> told = new()
    {
        ["messages.by-month"] = (api, chart) => api.ByMonthAsync(chart, firstEvent, t => Count(t, "messages")),
        ["tipoffs.by-month"] = (api, chart) => api.ByMonthAsync(chart, firstEvent, t => Tipoffs(t, "received"), t => Tipoffs(t, "valuable")),
        ["content.posts-by-month"] = (api, chart) => api.ByMonthAsync(chart, firstEvent, t => Count(t, "posts") is > 0 and var posts ? posts : null),
        ["replies.in-time-by-month"] = (api, chart) => api.ByMonthAsync(chart, firstEvent, InTime),
        ["replies.median-by-month"] = (api, chart) => api.ByMonthAsync(chart, firstEvent, Minutes),
        ["tipoffs.ratio-by-unit"] = (api, chart) => api.ByUnitAsync(chart, t => Tipoffs(t, "ratio"), t => Wilson(t, 0), t => Wilson(t, 1)),
        ["tipoffs.ratio-funnel"] = (api, chart) => api.ByUnitAsync(chart, t => Tipoffs(t, "received"), t => Tipoffs(t, "ratio")),
        ["replies.in-time-by-unit"] = (api, chart) => api.ByUnitAsync(chart, "answered_in_time", r => Number(r, "value"), r => r.GetProperty("interval")[0].GetDouble(), r => r.GetProperty("interval")[1].GetDouble()),
        ["replies.median-by-unit"] = (api, chart) => api.ByUnitAsync(chart, Minutes),
        ["followers.coverage-by-unit"] = (api, chart) => api.ByUnitAsync(chart, "followers_per_1000", r => r.GetProperty("count").GetDouble() / (1_000 * r.GetProperty("of").GetDouble())),
        ["declared.tipoffs"] = async (api, _) => [[.. (await api.DeclaredAsync("tipoffs_received", "tipoffs_valuable"))]],
        ["declared.messages"] = async (api, _) => [[.. (await api.DeclaredAsync("procedure_questions"))]],
    };

    /// <summary>What the API does not tell, and what is held instead.</summary>
    private static readonly Dictionary<string, (string Why, Func<ApiOfNorth, ReadChart, Task> Check)> untold = new()
    {
        ["tipoffs.by-category"] = ("The API sums a unit's tip-offs over all categories: the bars add up to that.", async (api, chart) =>
        {
            var totals = await api.TotalsAsync("north");
            Assert.Equal((Tipoffs(totals, "received"), Tipoffs(totals, "valuable")), (chart.Numbers(0).Sum(), chart.Numbers(1).Sum()));
        }
        ),
        ["tipoffs.by-outcome"] = ("The API tells no outcomes: the bars are what was noted.", (_, chart) =>
        {
            Assert.Equal([("Bắt được đối tượng", 3), ("Tìm được người", 2)], chart.Words(0, "cat").Zip(chart.Numbers(0).Select(n => (int)n!)));
            return Task.CompletedTask;
        }
        ),
        ["content.post"] = ("The API tells the last reading of a day, not its course: the curve ends there.", async (api, chart) =>
            Assert.Equal((await api.TotalsAsync("north")).GetProperty("metrics").GetProperty("post_views").GetProperty("declared").GetProperty("value").GetDouble(), chart.Numbers(0)[^1])),
    };

    [Fact]
    public async Task Every_number_of_the_charts_is_the_one_that_the_API_tells()
    {
        await using var conference = await StartAsync();
        var api = new ApiOfNorth(conference);

        using var deck = new DeckReader(await FileAsync(conference, "deck?language=vi"));

        var charts = deck.Charts();
        Assert.Equal(told.Keys.Concat(untold.Keys).Order(StringComparer.Ordinal), charts.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, chart) in charts)
        {
            chart.CachesAreCells();
            if (untold.TryGetValue(name, out var other))
            {
                await other.Check(api, chart);
                continue;
            }

            var expected = await told[name](api, chart);
            var drawn = Drawn(name, chart);
            Assert.Equal(expected.Count, drawn.Count);
            for (var i = 0; i < expected.Count; i++)
            {
                Assert.Equal((name, i, expected[i].Length), (name, i, drawn[i].Length));
                Assert.All(expected[i].Zip(drawn[i]), (pair, at) => Assert.True(AreSame(name, pair.First, pair.Second), $"{name}, series {i}, point {at}: the API says {pair.First}, the chart {pair.Second}."));
            }
        }

        Assert.Empty(deck.ExternalRelationships());
    }

    [Fact]
    public async Task Ranks_on_the_slide_are_those_of_the_leaderboard()
    {
        await using var conference = await StartAsync();
        var api = new ApiOfNorth(conference);

        using var deck = new DeckReader(await FileAsync(conference, "deck?language=vi"));

        var slide = deck.Slides().Single(s => deck.Texts(s).Contains("Hạng (khoảng 90 %)"));
        var cells = deck.Texts(slide).SkipWhile(t => t != "Nhóm").ToList();
        var rows = await api.BoardAsync("composite", "rows");
        Assert.NotEmpty(rows);
        var culture = CultureInfo.GetCultureInfo("vi-VN");
        Assert.Equal(
            rows.SelectMany(r => new[]
            {
                r.GetProperty("band").GetInt32().ToString(culture),
                ApiOfNorth.NameOf(r.GetProperty("unit").GetString()!) + (r.GetProperty("hatched").GetBoolean() ? " (ít trường hợp)" : ""),
                $"{r.GetProperty("rank").GetDouble().ToString("#,0.#", culture)} ({r.GetProperty("range")[0]}–{r.GetProperty("range")[1]})",
                $"{r.GetProperty("score").GetDouble().ToString("+0.00;−0.00;0.00", culture)}",
            }),
            cells.Skip(4).Take(4 * rows.Count));
    }

    /// <summary>The district of <see cref="Conference"/> with a course of months, and with something for every chart.</summary>
    private static async Task<Conference> StartAsync()
    {
        var conference = await Conference.StartAsync();
        await conference.Wards.ReplyAsync("sen-zalo", "2026-01-20", 25, 40);
        await conference.AnswerAsync("sen-zalo", "2026-01-20", TimeSpan.FromMinutes(31), 30);
        await conference.CountAsync("sen-zalo", "2026-01-20", Metric.Posts, 3);
        foreach (var (page, inTime) in new[] { ("cuc-zalo", 21), ("lan-zalo", 30), ("dao-zalo", 14) })
            await conference.Wards.ReplyAsync(page, "2026-02-04", inTime, 32);
        await conference.Wards.FollowAsync("mai-zalo", "2026-02-21T10:00:00", 4_200);
        await conference.Wards.FollowAsync("cuc-zalo", "2026-02-22T10:00:00", 900);
        var (north, sen, cuc, tree) = (await conference.Wards.IdAsync("north"), await conference.Wards.IdAsync("sen"), await conference.Wards.IdAsync("cuc"), await conference.App.Get<Command.Units.UnitRegistry>().TreeAsync(CancellationToken.None));
        await using var db = await conference.App.OpenAsync();
        // Posts of one page come as events, of another as a platform's own sums.
        foreach (var (from, posts) in new[] { (new DateOnly(2026, 1, 5), 4), (new DateOnly(2026, 2, 9), 6) })
            db.Add(new Reading { PageId = tree.FindPage("cuc-zalo")!.Id, Metric = Metric.Posts.Id, FromDay = from, ToDay = from.AddDays(6), Value = posts, Source = ReadingSource.Api });
        db.AddRange(
            new TipoffDay { Day = new(2026, 1, 15), UnitId = sen, Category = TipoffCategory.Theft, Standing = TipoffStanding.Valuable, Count = 4 },
            new TipoffDay { Day = new(2026, 2, 15), UnitId = cuc, Category = TipoffCategory.Fraud, Standing = TipoffStanding.Valuable, Count = 3 });
        foreach (var (metric, value) in new[] { (Metric.TipoffsReceived, 910), (Metric.TipoffsValuable, 240), (Metric.ProcedureQuestions, 52_000) })
            db.Add(new Reading { UnitId = north, Metric = metric.Id, FromDay = new(2025, 4, 1), ToDay = new(2025, 9, 30), Value = value, Source = ReadingSource.Declared, Document = "Báo cáo 6 tháng" });
        foreach (var (hour, views) in new[] { (9, 0), (10, 8_000), (11, 13_000) })
            db.Add(new Reading { UnitId = north, Metric = Metric.PostViews.Id, At = new(2026, 2, 14, hour, 30, 0, TimeSpan.FromHours(7)), Value = views, Source = ReadingSource.Declared, Document = "Báo cáo nhanh" });
        var tipoffs = db.Tipoffs.Where(t => t.CreditedUnitId == sen).OrderBy(t => t.Id).Select(t => t.Id).Take(2).ToList();
        db.AddRange(
            new TipoffOutcome { TipoffId = tipoffs[0], Outcome = Outcome.OffenderCaught, Count = 3, Day = new(2026, 2, 20) },
            new TipoffOutcome { TipoffId = tipoffs[1], Outcome = Outcome.PersonFound, Count = 2, Day = new(2026, 2, 20) });
        await db.SaveChangesAsync();
        await db.CountChangeAsync(CancellationToken.None);
        return conference;
    }

    private static async Task<byte[]> FileAsync(Conference conference, string file)
    {
        var review = await conference.MakeAsync();
        var visitor = await conference.App.SignInAsync(Role.Chief, "north");
        return await visitor.Http.GetByteArrayAsync(new Uri($"/reviews/{review.Id}/{file}", UriKind.Relative));
    }

    /// <summary>What a chart draws, in the order of the API's words for it: whiskers as their ends, points as two rows.</summary>
    private static List<double?[]> Drawn(string name, ReadChart chart)
    {
        if (chart.References.Any(r => r.Path == "ser[0]/xVal"))
            return [[.. chart.Numbers(0, "xVal")], [.. chart.Numbers(0, "yVal")]];
        var series = chart.References.Where(r => r.Path.EndsWith("/val", StringComparison.Ordinal)).Select((_, i) => chart.Numbers(i).ToArray()).ToList();
        return chart.References.Any(r => r.Path == "ser[0]/errBars/plus")
            ? [.. series, [.. series[0].Zip(chart.Numbers(0, "errBars/minus"), (v, minus) => v - minus)], [.. series[0].Zip(chart.Numbers(0, "errBars/plus"), (v, plus) => v + plus)]]
            : series;
    }

    /// <summary>The API rounds shares to four decimals and medians to whole seconds.</summary>
    private static bool AreSame(string chart, double? told, double? drawn) =>
        told is { } a && drawn is { } b ? Math.Abs(a - b) <= (chart.StartsWith("replies.median", StringComparison.Ordinal) ? 0.5 / 60 : 0.0001) : told == drawn;

    private static double? Count(JsonElement totals, string metric) => totals.GetProperty("metrics").GetProperty(metric).GetProperty("count").GetDouble();

    private static double? Tipoffs(JsonElement totals, string what) => Number(totals.GetProperty("tipoffs"), what);

    private static double? Wilson(JsonElement totals, int end) => totals.GetProperty("tipoffs").GetProperty("wilson95")[end].GetDouble();

    private static double? InTime(JsonElement totals) => Count(totals, "fell_due") is > 0 and var due ? Count(totals, "answered_in_time") / due : null;

    private static double? Minutes(JsonElement totals) => totals.GetProperty("metrics").GetProperty("first_reply").TryGetProperty("median_seconds", out var seconds) ? seconds.GetDouble() / 60 : null;

    private static double? Number(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    /// <summary>What the API says of the district and of its wards in February 2026.</summary>
    private sealed class ApiOfNorth(Conference conference)
    {
        private static readonly Dictionary<string, string> wards = new() { ["Phường Sen"] = "sen", ["Phường Mai"] = "mai", ["Phường Cúc"] = "cuc", ["Phường Lan"] = "lan", ["Phường Đào"] = "dao" };

        public static string NameOf(string unit) => wards.Single(w => w.Value == unit).Key;

        public Task<JsonElement> TotalsAsync(string unit) => TotalsAsync(unit, new(2026, 2, 1), new(2026, 2, 28));

        /// <summary>By the months that the chart names. Before the first day of the record the API counts nothing and the chart leaves a gap.</summary>
        public async Task<IReadOnlyList<double?[]>> ByMonthAsync(ReadChart chart, DateOnly first, params Func<JsonElement, double?>[] figures)
        {
            var names = chart.Words(0, "cat");
            Assert.Equal(12, names.Count);
            var begins = DateOnly.ParseExact("1/" + names[0]!, "d/M/yy", CultureInfo.InvariantCulture);
            var series = figures.Select(_ => new double?[names.Count]).ToArray();
            for (var i = 0; i < names.Count; i++)
            {
                var from = begins.AddMonths(i);
                Assert.Contains(names[i], new[] { from.ToString("M/yy", CultureInfo.InvariantCulture), from.ToString("%M", CultureInfo.InvariantCulture) });
                if (from < first)
                    continue;
                var totals = await TotalsAsync("north", from, from.AddMonths(1).AddDays(-1));
                for (var s = 0; s < figures.Length; s++)
                    series[s][i] = figures[s](totals);
            }

            return series;
        }

        /// <summary>By the units that the chart names.</summary>
        public async Task<IReadOnlyList<double?[]>> ByUnitAsync(ReadChart chart, params Func<JsonElement, double?>[] figures)
        {
            var totals = new List<JsonElement>();
            foreach (var unit in UnitsOf(chart))
                totals.Add(await TotalsAsync(unit));
            return [.. figures.Select(figure => totals.Select(figure).ToArray())];
        }

        /// <summary>By the units that the chart names, as the leaderboard of a metric has them.</summary>
        public async Task<IReadOnlyList<double?[]>> ByUnitAsync(ReadChart chart, string metric, params Func<JsonElement, double?>[] figures)
        {
            var rows = await BoardAsync(metric, "rows", "notRanked");
            return [.. figures.Select(figure => UnitsOf(chart).Select(unit => figure(rows.Single(r => r.GetProperty("unit").GetString() == unit))).ToArray())];
        }

        /// <param name="parts">Of the answer.</param>
        public async Task<IReadOnlyList<JsonElement>> BoardAsync(string metric, params string[] parts)
        {
            var board = await AskAsync($"/api/v1/leaderboard?group=wards&period=2026-02&metric={metric}");
            return [.. parts.SelectMany(part => board.GetProperty(part).EnumerateArray())];
        }

        public async Task<IEnumerable<double?>> DeclaredAsync(params string[] metrics)
        {
            var totals = await TotalsAsync("north", new(2025, 4, 1), new(2025, 9, 30));
            return metrics.Select(m => Number(totals.GetProperty("metrics").GetProperty(m).GetProperty("declared"), "value"));
        }

        /// <summary>A bar is named "Phường Sen (9/12)", a point "Phường Sen".</summary>
        private static List<string> UnitsOf(ReadChart chart)
        {
            var names = chart.References.Any(r => r.Path == "ser[0]/cat")
                ? chart.Words(0, "cat")
                : [.. Enumerable.Range(2, chart.Numbers(0, "xVal").Count).Select(row => chart.Cells.First(c => c.Key.EndsWith($"!A{row}", StringComparison.Ordinal)).Value)];
            return [.. names.Select(name => wards[name!.Split(" (")[0]])];
        }

        private Task<JsonElement> TotalsAsync(string unit, DateOnly from, DateOnly to) => AskAsync(FormattableString.Invariant($"/api/v1/totals?unit={unit}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"));

        private async Task<JsonElement> AskAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("X-Api-Key", Wards.Key);
            using var answer = await conference.App.Http.SendAsync(request);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}
