using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Verbs.Neutral;
using Archive.Domain.Ledger.Notes;
using Archive.Publications;

namespace Archive.Cli.Verbs.Publications;

/// <summary>What a witness needs: the log's key, a memory, and a key of its own where it is to sign.</summary>
internal sealed class WitnessOptions
{
    private readonly Option<string[]> _logKeys = TrustedKeys.Option("--log-key", "the log, from a source that is not the log's own site,");
    private readonly Option<string?> _state = TextOption.Of("--state", "DIR", "The folder in which the witness keeps what it saw. It is never to be lost or shared with another key.");
    private readonly Option<string?> _key = TextOption.Of("--key", "FILE", "The witness's private key.");

    public WitnessOptions()
    {
        // Not asked of who only makes a key.
        _logKeys.Required = false;
        _logKeys.DefaultValueFactory = _ => [];
    }

    public void AddTo(Command command)
    {
        command.Add(_logKeys);
        command.Add(_state);
        command.Add(_key);
    }

    public string? KeyFile(Invocation run) => run.Parsed.GetValue(_key);

    /// <summary>Runs with a witness and its key, which is put away again.</summary>
    public async Task<int> WithWitnessAsync(Invocation run, bool mustSign, Func<Witness, Task<int>> work)
    {
        if (run.Parsed.GetRequiredValue(_logKeys).Length == 0 || run.Parsed.GetValue(_state) is not { Length: > 0 } state || (mustSign && KeyFile(run) is null))
            throw new UsageException($"Name --log-key, --state{(mustSign ? " and --key" : "")}: whose log it is, where the witness keeps what it saw{(mustSign ? ", and with which key it signs" : "")}.");
        var logKeys = await TrustedKeys.ReadAsync(run, _logKeys);
        if (logKeys.Select(key => key.Name).Distinct(StringComparer.Ordinal).Count() != 1 || logKeys.Any(key => key.Type != NoteKeyType.Ed25519))
            throw new UsageException("--log-key is for the keys of one log: all of one name, and none of a witness. Run one command for each log.");
        if (KeyFile(run) is not { } file)
            return await work(new Witness(state, logKeys, null, TimeProvider.System));
        var read = WitnessKeyFile.Read(file);
        if (read is not Outcome<SigningKey>.Ok { Value: var key })
            return run.Complain(Complaint.Of(read));
        using (key)
            return await work(new Witness(state, logKeys, key, TimeProvider.System));
    }
}
