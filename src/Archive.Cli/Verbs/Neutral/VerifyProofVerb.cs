using System.CommandLine;
using System.Text.Json;
using Archive.Cli.Complaints;
using Archive.Cli.Display;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>Checks proofs that are given with all that they are to prove.</summary>
internal abstract class VerifyProofVerb : Verb
{
    private readonly string _members;
    private readonly Func<JsonElement, IProofItem> _read;

    private readonly Argument<string?> _item = new("ITEM")
    {
        Description = "The item: JSON, or a file of JSON, - for standard input; without it a batch is read from standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <param name="name">The verb.</param>
    /// <param name="description">What it does.</param>
    /// <param name="members">Those that an item has.</param>
    /// <param name="read">Reads an item.</param>
    protected VerifyProofVerb(string name, string description, string members, Func<JsonElement, IProofItem> read) : base(name, description)
    {
        (_members, _read) = (members, read);
        Add(_item);
    }

    protected string ItemNote =>
        $"An item is an object with the members {_members}; sizes and indexes are numbers, hashes base64. Other members are not looked at, and a proof that is null or missing has no hashes. "
        + "A batch is JSON lines, each an item. Exit code 0 when all are valid, 1 when any is not (also for a hash of another length, or a number out of range), 2 when one is no such item. No database is needed.";

    public override async Task<int> RunAsync(Invocation run)
    {
        if (run.Parsed.GetValue(_item) is not { } text)
            return await Batch.RunAsync(run, _members, _read, (item, asJson) => Write(run, item.Judge(), CliJson.OneLine, asJson));
        return Write(run, await OneAsync(run, text), CliJson.Indented, run.AsJson) ? ExitCode.Ok : ExitCode.Refused;
    }

    private async Task<CheckedProof> OneAsync(Invocation run, string text)
    {
        var json = text.TrimStart().StartsWith('{') ? System.Text.Encoding.UTF8.GetBytes(text) : await BoundedInput.ReadAsync(run, text, BoundedInput.LongestItem);
        try
        {
            using var document = JsonDocument.Parse(json);
            return _read(document.RootElement).Judge();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new UsageException($"It is no JSON object with the members {_members}.");
        }
        catch (UsageException wrong)
        {
            throw new UsageException($"{wrong.Message} An item has the members {_members}.");
        }
    }

    private static bool Write(Invocation run, CheckedProof answer, JsonSerializerOptions options, bool asJson)
    {
        if (asJson)
            run.Terminal.Output.WriteLine(CliJson.Of(answer, options));
        else
            run.Display.Write(answer.Valid ? [new Span("valid", Tone.Good)] : [new Span("invalid  ", Tone.Bad), answer.Error!]);
        return answer.Valid;
    }
}
