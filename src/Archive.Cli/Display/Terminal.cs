using Spectre.Console;

namespace Archive.Cli.Display;

/// <summary>The one door to standard input, output and error.</summary>
internal sealed class Terminal
{
    private readonly bool _forPeople;
    private readonly bool _colours;

    /// <param name="output">Answers.</param>
    /// <param name="error">Everything else: errors, progress, questions.</param>
    /// <param name="input">Batches and answers to questions.</param>
    /// <param name="forPeople">Whether <paramref name="output"/> is a terminal.</param>
    /// <param name="colours">Whether colours are welcome there.</param>
    /// <param name="mayAsk">Whether somebody is there to answer questions.</param>
    /// <param name="showsProgress">Whether <paramref name="error"/> is a terminal.</param>
    public Terminal(TextWriter output, TextWriter error, Stream input, bool forPeople, bool colours, bool mayAsk, bool showsProgress)
    {
        Output = output;
        Error = error;
        Input = input;
        MayAsk = mayAsk;
        ShowsProgress = showsProgress;
        _forPeople = forPeople;
        _colours = colours;
        Display = forPeople ? new TerminalDisplay(Console(output)) : new PlainDisplay(output);
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public Stream Input { get; }

    public bool MayAsk { get; }

    /// <summary>Whether <see cref="Output"/> is a terminal.</summary>
    public bool ForPeople => _forPeople;

    /// <summary>Opens standard output for bytes that are no text.</summary>
    public Func<Stream> OpenRawOutput { get; init; } = System.Console.OpenStandardOutput;

    public bool ShowsProgress { get; }

    /// <summary>Whether answers go to a terminal, which characters can command.</summary>
    public bool IsForPeople => _forPeople;

    public IDisplay Display { get; }

    /// <summary>Tells, on the error output, what is going on.</summary>
    public void Say(string words) => Error.WriteLine(SafeText.Lines(words));

    public async Task FlushAsync()
    {
        await Output.FlushAsync();
        await Error.FlushAsync();
    }

    /// <summary>Asks for a line.</summary>
    /// <returns>The answer without outer blanks, or null where there is none.</returns>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        await Error.WriteAsync(SafeText.Of(question) + " ");
        await Error.FlushAsync(cancellationToken);
        using var reader = new StreamReader(Input, leaveOpen: true);
        var answer = await reader.ReadLineAsync(cancellationToken);
        return string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();
    }

    /// <summary>Runs work with a bar on the error output, where that is a terminal.</summary>
    public async Task<T> WithProgressAsync<T>(string what, Func<IProgress<(long Done, long Total)>, Task<T>> work)
    {
        if (!ShowsProgress)
            return await work(new Progress<(long, long)>());
        return await Console(Error).Progress().HideCompleted(true).StartAsync(context =>
        {
            var task = context.AddTask(Markup.Escape(SafeText.Of(what)));
            return work(new Bar(task));
        });
    }

    private IAnsiConsole Console(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = _colours || _forPeople || ShowsProgress ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = _colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(writer),
    });

    private sealed class Bar(ProgressTask task) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }
}
