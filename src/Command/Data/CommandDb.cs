using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Command.Data;

/// <summary>
/// The one model of both engines. Instants are stored as UTC milliseconds since 1970 (bigint), local days as dates.
/// </summary>
public abstract class CommandDb(DbContextOptions options) : IdentityUserContext<Person, int>(options)
{
    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<UnitVersion> UnitVersions => Set<UnitVersion>();

    public DbSet<UnitResidents> UnitResidents => Set<UnitResidents>();

    public DbSet<Succession> Successions => Set<Succession>();

    public DbSet<Annotation> Annotations => Set<Annotation>();

    public DbSet<Page> Pages => Set<Page>();

    public DbSet<PageOwner> PageOwners => Set<PageOwner>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Words> Words => Set<Words>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<SetAside> SetAsides => Set<SetAside>();

    public DbSet<Refusal> Refusals => Set<Refusal>();

    public DbSet<PeriodSeries> PeriodSeries => Set<PeriodSeries>();

    public DbSet<NamedPeriod> NamedPeriods => Set<NamedPeriod>();

    public DbSet<WeightsVersion> WeightsVersions => Set<WeightsVersion>();

    public DbSet<Weight> Weights => Set<Weight>();

    public DbSet<SealedLeaderboard> SealedLeaderboards => Set<SealedLeaderboard>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<Target> Targets => Set<Target>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<ChangeCounter> ChangeCounters => Set<ChangeCounter>();

    public DbSet<RollupFiveMinutes> RollupFiveMinutes => Set<RollupFiveMinutes>();

    public DbSet<RollupHour> RollupHours => Set<RollupHour>();

    public DbSet<RollupDay> RollupDays => Set<RollupDay>();

    public DbSet<RollupMonth> RollupMonths => Set<RollupMonth>();

    public DbSet<DayMark> DayMarks => Set<DayMark>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public DbSet<Secret> Secrets => Set<Secret>();

    public DbSet<WorldLoad> WorldLoads => Set<WorldLoad>();

    public DbSet<PersonConfirmsFor> PersonConfirmsFor => Set<PersonConfirmsFor>();

    public DbSet<WallDevice> WallDevices => Set<WallDevice>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Tipoff> Tipoffs => Set<Tipoff>();

    public DbSet<TipoffStep> TipoffSteps => Set<TipoffStep>();

    public DbSet<TipoffRecipient> TipoffRecipients => Set<TipoffRecipient>();

    public DbSet<TipoffOutcome> TipoffOutcomes => Set<TipoffOutcome>();

    public DbSet<TipoffWords> TipoffWords => Set<TipoffWords>();

    public DbSet<TipoffAttachment> TipoffAttachments => Set<TipoffAttachment>();

    public DbSet<TipoffCopy> TipoffCopies => Set<TipoffCopy>();

    public DbSet<TipoffDay> TipoffDays => Set<TipoffDay>();

    public DbSet<TipoffSeries> TipoffSeries => Set<TipoffSeries>();

    public DbSet<DeadlineRule> DeadlineRules => Set<DeadlineRule>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<MessageRuleVersion> MessageRuleVersions => Set<MessageRuleVersion>();

    public DbSet<MessageRule> MessageRules => Set<MessageRule>();

    public DbSet<MessageDecision> MessageDecisions => Set<MessageDecision>();

    public DbSet<Handling> Handlings => Set<Handling>();

    public DbSet<Closing> Closings => Set<Closing>();

    public DbSet<ReplyTargetRule> ReplyTargetRules => Set<ReplyTargetRule>();

    public DbSet<OfficerInCharge> OfficersInCharge => Set<OfficerInCharge>();

    public DbSet<ResidentId> ResidentIds => Set<ResidentId>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<AlertRule> AlertRules => Set<AlertRule>();

    public DbSet<DriftCheck> DriftChecks => Set<DriftCheck>();

    /// <summary>With the caller's commit, every screen of every node learns that something changed.</summary>
    /// <returns>The number of the change.</returns>
    public async Task<long> CountChangeAsync(CancellationToken cancellation)
    {
        await ChangeCounters.ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, x => x.Value + 1), cancellation);
        return await ChangeCounters.Select(c => c.Value).SingleAsync(cancellation);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.AddPeople();
        builder.AddUnits();

        // Events, words, conversations and rollups carry no foreign keys: they are written by the batch, thousands a
        // second, by one writer that resolves every id itself.
        builder.Entity<Event>(e =>
        {
            e.Property(x => x.OnceKey).HasMaxLength(16).IsFixedLength();
            e.Property(x => x.Name).HasMaxLength(100);
            e.HasIndex(x => x.OccurredAt);

            // A message is the same only within its conversation: so one index keeps it once and finds its neighbours.
            e.HasIndex(x => new { x.ConversationId, x.OnceKey }).IsUnique().HasFilter("[ConversationId] IS NOT NULL");
            e.HasIndex(x => x.OnceKey).IsUnique().HasFilter("[ConversationId] IS NULL");
        });
        builder.Entity<Words>(words =>
        {
            words.HasKey(w => w.EventId);
            words.Property(w => w.EventId).ValueGeneratedNever();
            words.HasIndex(w => w.ExpiresAt);
        });
        builder.Entity<Conversation>(conversation =>
        {
            conversation.Property(c => c.Person).HasMaxLength(16).IsFixedLength();
            conversation.HasIndex(c => new { c.PageId, c.Person }).IsUnique();
            conversation.HasIndex(c => new { c.PageId, c.WaitingSince }).HasFilter("[WaitingSince] IS NOT NULL");
        });
        builder.Entity<SetAside>(aside =>
        {
            aside.Property(a => a.OnceKey).HasMaxLength(16).IsFixedLength();
            aside.Property(a => a.Reason).HasMaxLength(50);
            aside.HasIndex(a => a.OnceKey).IsUnique();
            aside.HasIndex(a => a.ExpiresAt);
        });
        builder.Entity<Refusal>(refusal =>
        {
            refusal.Property(r => r.Reason).HasMaxLength(50);
            refusal.HasKey(r => new { r.Day, r.Platform, r.Reason });
        });
        builder.Entity<ChangeCounter>(counter =>
        {
            counter.Property(c => c.Id).ValueGeneratedNever();
            counter.HasData(new ChangeCounter { Id = 1, Value = 0 });
        });
        builder.Entity<Reading>(reading =>
        {
            reading.Property(r => r.Document).HasMaxLength(500);
            reading.HasIndex(r => new { r.PageId, r.Metric, r.At });
            // What documents say of pages is little among all that platforms told.
            reading.HasIndex(r => r.PageId, "IX_Readings_Declared").HasFilter("[Source] = 3");
            reading.HasIndex(r => new { r.UnitId, r.Metric, r.FromDay });
            reading.HasOne<Page>().WithMany().HasForeignKey(r => r.PageId).OnDelete(DeleteBehavior.Restrict);
            reading.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<AuditRecord>(line =>
        {
            line.HasKey(r => r.Number);
            line.Property(r => r.Number).ValueGeneratedNever();
            line.Property(r => r.Actor).HasMaxLength(256);
            line.Property(r => r.Action).HasMaxLength(100);
            line.Property(r => r.Subject).HasMaxLength(300);
            line.Property(r => r.Origin).HasMaxLength(100);
            line.Property(r => r.Digest).HasMaxLength(32).IsFixedLength();
            line.HasIndex(r => r.At);
        });
        builder.Entity<Secret>(secret =>
        {
            secret.HasKey(s => s.Name);
            secret.Property(s => s.Name).HasMaxLength(150);
        });
        builder.Entity<WorldLoad>(load =>
        {
            load.HasKey(l => l.Name);
            load.Property(l => l.Name).HasMaxLength(200);
        });
        builder.AddRollups();
        builder.AddTipoffs();
        builder.AddMessages();
        builder.AddPeriods();
        builder.AddAlerts();
        builder.AddLeaderboards();
        builder.AddReviews();
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
