using System.Text;
using System.Text.Json;
using Archive.Domain.Events;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger;
using Archive.Domain.Time;

namespace Archive.Domain.Claims;

/// <summary>What a claim says, in one of its versions.</summary>
/// <param name="Says">The attributed statement of fact.</param>
/// <param name="Particulars">What its kind adds.</param>
/// <param name="Language">BCP 47 tag of <paramref name="Says"/>.</param>
/// <param name="Occurred">When the fact happened (valid time), with the bounds that were derived when this was decided.</param>
/// <param name="About">Key that claims about one thing share.</param>
/// <param name="AccordingTo">The authority whose account this is, where it is somebody's account.</param>
/// <param name="DerivedFrom">Claims that this one was inferred from.</param>
/// <param name="Kept">
/// Salted digest under which a sensitive content is kept, its other members then blank in events and documents; <see cref="ToBeKept"/> until it
/// is recorded; absent where the content is not kept apart.
/// </param>
public sealed record ClaimContent(
    string Says,
    Particulars Particulars,
    string? Language,
    HistoricalDate? Occurred,
    string? About,
    string? AccordingTo,
    ValueList<string> DerivedFrom,
    string? Kept = null) : IHoldsWords<ClaimContent>
{
    /// <summary>Stands in place of the digest of a content that is to be kept by reference, before it has one.</summary>
    public const string ToBeKept = "";

    /// <summary>Ids of every authority that this content names.</summary>
    public IEnumerable<string> Authorities()
    {
        foreach (var participant in Particulars.Participants)
            yield return participant;
        if (Particulars.Place is not null)
            yield return Particulars.Place;
        if (AccordingTo is not null)
            yield return AccordingTo;
    }

    /// <summary>As what a claim says from its first version on: kept by reference where it is sensitive.</summary>
    internal ClaimContent Begun(bool sensitive) => sensitive ? this with { Kept = ToBeKept } : this;

    /// <summary>As the next version: a sensitive claim stays one, and what says the same stays where it is kept.</summary>
    internal ClaimContent After(ClaimContent former) =>
        former.Kept is null ? this : this.SaysTheSameAs(former) ? former : this with { Kept = ToBeKept };

    public ClaimContent Keep(Func<KeptWords, string> keep) => Kept switch
    {
        null => this,
        ToBeKept => Blank(keep(new KeptWords(Encoding.UTF8.GetString(
            CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(this with { Kept = null }, ArchiveJson.Options)))))),
        _ => Blank(Kept),
    };

    public ClaimContent Join(Func<string, string?> find)
    {
        if (Kept is null or ToBeKept || find(Kept) is not { } content)
            return this;
        return (JsonSerializer.Deserialize<ClaimContent>(content, ArchiveJson.Options) ?? throw new JsonException("A kept content is null.")) with { Kept = Kept };
    }

    private ClaimContent Blank(string kept) => new("", Particulars.Blank(), null, null, null, null, [], kept);
}
