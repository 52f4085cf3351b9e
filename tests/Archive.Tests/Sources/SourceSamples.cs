using Archive.Domain.Sources;

namespace Archive.Tests.Sources;

/// <summary>A source of the sample visit, and what can have happened to it.</summary>
internal static class SourceSamples
{
    public const string Id = "nea-2030";

    public static readonly SourceDraft Draft = new(SourceKind.Agency, "Xi, Putin sign joint statement", Publisher: "National Energy Administration of China");

    public static readonly SourceDescription Description =
        new(SourceKind.Agency, "Xi, Putin sign joint statement", false, "National Energy Administration of China", null, null, null, null, null, false, null);

    public static readonly SourceOrigin Xinhua = new("xinhua", Likely: false);

    public static readonly OriginChain NoFurtherVoice = new([]);

    public static readonly SourceRegistered Registered = new(Id, Description);

    public static readonly SourceOriginEstablished OriginEstablished = new(Id, Xinhua);

    public static readonly SourceMerged Merged = new(Id, "nea", "entered twice");

    public static readonly Source Other = new("nea", Description, null, null, null);

    public static readonly ISourceEvent[] Nothing = [];
}
