using Command.Jobs;
using Quartz;

namespace Command.Tests.Jobs;

/// <summary>Holds a job between its firing and its work, until it is disposed of.</summary>
internal sealed class Gate : IJobListener, IAsyncDisposable
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Gate()
    {
    }

    public string Name => nameof(Gate);

    /// <summary>Asks for a run and returns when it has begun.</summary>
    public static async Task<Gate> BeforeAsync(TestApp app, string job)
    {
        var gate = new Gate();
        (await app.Get<ISchedulerFactory>().GetScheduler()).ListenerManager.AddJobListener(gate, []);
        Assert.True(await app.Get<JobControl>().RunNowAsync(Shift.Administrator, job, CancellationToken.None));
        await gate.reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return gate;
    }

    public async ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        reached.TrySetResult();
        await open.Task;
    }

    public ValueTask DisposeAsync()
    {
        open.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
