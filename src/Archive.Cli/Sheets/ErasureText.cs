using Archive.Cli.Display;
using Archive.Domain;
using Archive.Domain.Erasures;

namespace Archive.Cli.Sheets;

/// <summary>What was erased of a thing, in a few words.</summary>
internal static class ErasureText
{
    public static string Of(ValueList<Erasure> erased) => string.Join("; ", erased.Select(Of));

    public static string Of(Erasure erasure) => $"{What(erasure)} {Became(erasure.Outcome)} ({Kebab.Of(erasure.Reason)}, {erasure.LegalReference})";

    public static string What(Erasure erasure) => erasure switch
    {
        { Capture: { } capture } => $"capture {capture[..12]}…",
        { FirstVersion: { } first, LastVersion: { } last } => first == last ? $"version {first}" : $"versions {first} to {last}",
        _ => "the name",
    };

    private static string Became(ErasureOutcome? outcome) => outcome switch
    {
        ErasureOutcome.Destroyed => "erased",
        ErasureOutcome.Held => "not erased: a hold preceded the order",
        ErasureOutcome.Shared => "not erased: another source has the same bytes",
        _ => "ordered to be erased",
    };
}
