namespace Archive.Commands;

/// <summary>
/// A place in a row of commands that are decided at the same time but appended in the order of the row, so that an import is quick and its
/// entries still stand in the order of its dossier. A command outside any row waits for nobody.
/// </summary>
internal sealed class AppendTurn
{
    private static readonly AsyncLocal<AppendTurn?> Mine = new();

    private readonly Task _before;
    private readonly TaskCompletionSource _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppendTurn(Task before) => _before = before;

    /// <summary>The place behind another; the first of a row where there is none.</summary>
    public static AppendTurn Behind(AppendTurn? before) => new(before?._passed.Task ?? Task.CompletedTask);

    /// <summary>Waits until every place before the running command's has handed its append to the log, or has none.</summary>
    public static Task WaitAsync() => Mine.Value?._before ?? Task.CompletedTask;

    /// <summary>Lets the next place go on: the running command's append is with the log.</summary>
    public static void Pass() => Mine.Value?._passed.TrySetResult();

    public async Task<T> RunAsync<T>(Func<Task<T>> command)
    {
        Mine.Value = this;
        try
        {
            return await command();
        }
        finally
        {
            await _before;
            _passed.TrySetResult();
        }
    }
}
