using System.Globalization;
using System.Text.Json.Serialization;
using Archive.Domain.Ledger.Notes;

namespace Archive.Ledger;

/// <summary>A key that the ledger names: its public half, by which checkpoints are verified.</summary>
/// <param name="Log">The log name, which is the key's.</param>
/// <param name="Number">Counts the keys of a log name from 1.</param>
/// <param name="Key">To be pasted: <c>NAME+ID+KEY</c>.</param>
/// <param name="State">What it is for by now.</param>
/// <param name="Since">The ledger's last entry when it was named: larger checkpoints carry its signature.</param>
/// <param name="MadeAt">When it was named.</param>
/// <param name="Until">Size of the last checkpoint when it was retired: larger ones do not carry its signature.</param>
/// <param name="RetiredAt">When it was retired.</param>
/// <param name="Lost">Whether it was replaced because its file was lost.</param>
public sealed record LedgerKey(
    string Log, int Number, string Key, LedgerKeyState State, long Since, DateTimeOffset MadeAt, long? Until, DateTimeOffset? RetiredAt, bool Lost)
{
    /// <summary>Eight hexadecimal digits, as in signatures.</summary>
    public string Id => Verifier.Id.ToString("x8", CultureInfo.InvariantCulture);

    [JsonIgnore]
    public VerifierKey Verifier => VerifierKey.Parse(Key);
}
