using Archive.Domain;

namespace Archive;

/// <summary>What a command or query is answered with. Closed; exceptions mean bugs or outages.</summary>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    public sealed record Ok(T Value) : Outcome<T>;

    /// <summary>The input is malformed; every error at once.</summary>
    public sealed record Invalid(IReadOnlyList<Violation> Violations) : Outcome<T>;

    /// <summary>What was asked for does not exist, at the moment asked about.</summary>
    public sealed record NotFound(Refusal Refusal) : Outcome<T>;

    /// <summary>A rule of the archive stands against it.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    /// <summary>Somebody else was faster: the stream is not at the expected revision.</summary>
    /// <param name="Stream">The stream.</param>
    /// <param name="Expected">The revision that was expected; -1 for a stream not yet begun.</param>
    /// <param name="Actual">The revision that it has.</param>
    public sealed record Conflict(string Stream, long Expected, long Actual) : Outcome<T>;

    /// <summary>The actor may not do this.</summary>
    public sealed record Forbidden(Refusal Refusal) : Outcome<T>;

    /// <summary>The same for who asked something else, of which this was a part.</summary>
    /// <exception cref="InvalidOperationException">It is <see cref="Ok"/>: of its value nothing else can be made here.</exception>
    public Outcome<TOther> As<TOther>() => this switch
    {
        Invalid invalid => new Outcome<TOther>.Invalid(invalid.Violations),
        NotFound missing => new Outcome<TOther>.NotFound(missing.Refusal),
        Refused refused => new Outcome<TOther>.Refused(refused.Refusal),
        Conflict conflict => new Outcome<TOther>.Conflict(conflict.Stream, conflict.Expected, conflict.Actual),
        Forbidden forbidden => new Outcome<TOther>.Forbidden(forbidden.Refusal),
        _ => throw new InvalidOperationException($"{GetType().Name} is an answer, and not why there is none."),
    };
}
