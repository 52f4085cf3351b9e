using System.CommandLine;

namespace Archive.Cli.Verbs;

/// <summary>Something that <c>archive</c> can be told to do.</summary>
internal abstract class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Whole command lines, as one would type them.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>What a newcomer has to know to use it, beside its options.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(Invocation run);
}
