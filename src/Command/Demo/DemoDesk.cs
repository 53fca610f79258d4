using Command.Data;
using Command.People;
using Command.Tipoffs;

namespace Command.Demo;

/// <summary>
/// Plays the second person: what the invented units found is confirmed at the same desk and under the same rules as
/// everywhere. The latest are left to the visitor.
/// </summary>
public sealed class DemoDesk(OpenHouse house, TipoffRecordQuery records, TipoffDesk desk, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const int LeftToTheVisitor = 6;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            if ((await house.PeopleAsync()).FirstOrDefault(p => p is { MayConfirm: true, Role: Role.Commander }) is { } person)
                await ConfirmAsync(new Asker(person.Role, person.UnitId, person.Id, person.UserName!) { MayConfirm = true }, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product stops, and so does the demo.
        }
    }

    private async Task ConfirmAsync(Asker commander, CancellationToken cancellation)
    {
        while (true)
        {
            var settled = (await records.PutUpAsync(commander, cancellation))
                .Where(t => t.AwaitingSince is not null).OrderByDescending(t => t.ReceivedAt).Skip(LeftToTheVisitor).ToList();
            if (settled.Count == 0)
                return;
            foreach (var line in settled)
            {
                if (await records.ReadAsync(line.Number, commander, cancellation) is not { } record
                    || (await desk.TakeStepAsync(line.Number, record.Tipoff.Version, Step.Confirm(), commander, cancellation)).Refusal is not null)
                {
                    return;
                }
            }
        }
    }
}
