using System.Globalization;
using Archive.Domain.Ledger.Notes;

namespace Archive.Cli.Verbs.Publications;

/// <summary>A witness's key that was made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its id, eight hexadecimal digits.</param>
/// <param name="Verifier">The public half, NAME+ID+KEY, for whoever is to trust the witness.</param>
internal sealed record WitnessKey(string Name, string Id, string Verifier)
{
    public static WitnessKey Of(VerifierKey key) => new(key.Name, key.Id.ToString("x8", CultureInfo.InvariantCulture), key.ToString());
}
