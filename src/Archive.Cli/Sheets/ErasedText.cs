using Archive.Cli.Display;
using Archive.Domain.Erasures;
using Archive.Ledger;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>What was erased, and why.</summary>
internal static class ErasedText
{
    public static Line KindOf(ClaimView claim) => claim.Kind is { } kind ? Kebab.Of(kind) : Line.Of(ErasedWords.Shown, Tone.Caution);

    public static IEnumerable<Field> Fields(IEnumerable<ErasedWords>? erased) => (erased ?? []).Select(
        erasure => new Field("erased", Line.Of($"the words of a {erasure.Type}: {Kebab.Of(erasure.Reason)}, {erasure.Reference}", Tone.Caution)));

    public static IEnumerable<Span> Of(EntryErasure? erased) =>
        erased is null ? [] : [new Span($"  erased: {Kebab.Of(erased.Reason)}, {erased.Reference}", Tone.Caution)];
}
