using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Sources;

namespace Archive.Tests.Commands;

/// <summary>Fingerprints are stored: these were made by the first version of the archive, and stay what they are.</summary>
public sealed class CommandFingerprintTests
{
    private static readonly CommandContext Somebody = new(Guid.Parse("00000000-0000-0000-0000-00000000000a"), "editor-1", 3, Guid.Empty, Guid.Empty);

    private static readonly ValueList<CitationDraft> Citations =
    [
        new("tass-arrival", Phrase: "“landed” \"at\" Vnukovo \\ </b> &amp; \u2028 \u007f"),
        new("unn-landing", Stance.Contradicts, CitedPart.When, null, "2026-01-12", ConsultedExtent.Part),
    ];

    private static readonly ClaimDraft Meeting = new(
        "Встреча 😀\n\tof 習近平 and é", new Meeting(["xi-jinping", "vladimir-putin"], "moscow", "one-on-one", ["trade", ""]), "uk-Latn",
        new DateDraft("2023-03-20?", "about 12:59 +03:00", "Europe/Moscow"), "the-talks", "wikipedia-editors", ["visit-2023/c1"]);

    private static readonly ClaimDraft Signing = new(
        "They sign", new Signing(["xi-jinping"], null, [new SignedDocument([new LanguageText("Joint statement", "en"), new LanguageText("Заявление", "ru")])]));

    public static readonly TheoryData<string, ICommand> Known = new()
    {
        { "530feff0148dec42d5abcd5c0fec635c44ebba73ca863fef29eca500402f2796", new RecordClaim(Somebody, "visit-2023/c17", Meeting, Citations) },
        { "af21a1917a17b191a6206c5e841216b9c44648c61fa9e74f62e4e2387965c2f7", new RecordClaim(Somebody, "visit-2023/c18", Signing, [new("s")], "2026-01~") },
        { "050ccd24ab6dcfb8bdebec110ad766220b8e21e7d4d6af8b9325a5bfc227a09c", new CorrectClaim(Somebody, "visit-2023/c17", Meeting, Citations, new Correction(CorrectionReason.WrongTime, Fault.Source, "early", "corrected", "2026-01-20")) },
        { "cdc658e7e07f20ee2c4aa40ff8f3be4f6af5758f0372d39da836cc8a46d3f7d6", new RateClaim(Somebody, "visit-2023/c17", 2) },
        { "44381dc2eff30a5b4b67b95ce2548329360e21714b8074a731c1b7b8808e2f6d", new DisputeClaim(Somebody, "visit-2023/c17", "time?", [new DisputeVersionDraft("12:59", Citations), new DisputeVersionDraft("11:08", [])], "words") },
        { "27515a52a2ed0499468e29139532e3d0931067744e02ec8d3596de67a6b5ec3e", new RegisterSource(Somebody, "tass", new SourceDraft(SourceKind.CopyOfOfficial, "A title", true, Published: new DateDraft("2023")), new SourceOrigin("kremlin", true)) },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_fingerprint_is_what_it_always_was(string expected, ICommand command) => CommandFingerprint.Of(command).ShouldBe(expected);

    [Fact]
    public void It_covers_the_actor_and_the_input_and_nothing_else_of_the_context()
    {
        var command = new RateClaim(Somebody, "visit-2023/c17", 2);
        var fingerprint = CommandFingerprint.Of(command);
        CommandFingerprint.Of(command with { Context = new CommandContext(Guid.NewGuid(), "editor-1") }).ShouldBe(fingerprint);
        CommandFingerprint.Of(command with { Context = Somebody with { Actor = "editor-2" } }).ShouldNotBe(fingerprint);
        CommandFingerprint.Of(command with { Credibility = 3 }).ShouldNotBe(fingerprint);
    }
}
