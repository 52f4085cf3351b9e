namespace Archive.IntegrationTests.Exports;

/// <summary>A relation of a PROV document.</summary>
/// <param name="Kind">Its name in PROV-DM.</param>
/// <param name="Subject">What it is said of.</param>
/// <param name="Object">The other.</param>
/// <param name="Time">Of those that have one, as it is written.</param>
/// <param name="Type">Of a derivation: quotation, primary source or revision, in full.</param>
internal sealed record ProvTie(string Kind, string Subject, string Object, string? Time = null, string? Type = null);
