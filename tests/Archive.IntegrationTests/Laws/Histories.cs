using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Reviews;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Records;
using Archive.Reviews;
using Archive.Sources;

namespace Archive.IntegrationTests.Laws;

/// <summary>Random histories: commands on a few records, authorities, sources and claims, most of which make sense in their place.</summary>
/// <param name="seed">The same gives the same commands.</param>
/// <param name="scale">How many times as many records, claims a record, sources and authorities there are as in the smallest.</param>
/// <param name="writers">How many write at the same time; each changes streams of its own, so that what is accepted does not hang on who is faster.</param>
/// <param name="writer">Which of them, from 0.</param>
internal sealed class Histories(int seed, int scale = 1, int writers = 1, int writer = 0)
{
    private const int Few = 4;

    private readonly int _some = Few * scale;
    private static readonly string[] Dates = ["2023-03-20", "2023-03", "2023-03-20/2023-03-22", "2023~", "[2023-03-20,2023-03-22]", "2016-02-2X", "../2023-03", "2023-24"];
    private static readonly string?[] Zones = [null, "Europe/Moscow", "Asia/Shanghai"];
    private static readonly string[] Texts = ["Xi arrives", "习近平抵达莫斯科", "وصل الرئيس", "😀 a reaction", "He said: \"no\"\nand left", "Ё́ е\u0301"];

    private readonly Random _random = new(seed);

    /// <summary>Commands that make the things that others need.</summary>
    public IEnumerable<Func<CommandContext, ICommand>> Beginnings()
    {
        foreach (var i in Enumerable.Range(0, _some))
        {
            yield return c => new EstablishAuthority(c, Authority(i), AuthorityKind.Person, new AuthorityDescription(new AuthorityName($"Person {i}", "en"), [], []));
            yield return c => new RegisterSource(c, Source(i), new SourceDraft(SourceKind.Agency, $"Source {i}"));
            yield return c => new RegisterActor(c, Actor(i), ActorKind.Person, (Role)(i % 5), $"Actor {i}");
        }

        foreach (var i in Enumerable.Range(0, 2 * scale))
            yield return c => new OpenRecord(c, Record(i), new RecordDraft($"Record {i}", Occurred: new DateDraft("2023-03")));
    }

    public Func<CommandContext, ICommand> Next()
    {
        var claim = Claim(_random.Next(2 * scale), Own());
        var (source, other, authority) = (Source(Own()), Source(_random.Next(_some)), Authority(Own()));
        var text = Texts[_random.Next(Texts.Length)];
        var draft = Draft();
        var citations = Citations();
        var number = 1 + _random.Next(2);
        return _random.Next(34) switch
        {
            < 4 => c => new RecordClaim(c, claim, draft, citations),
            < 8 => c => new CorrectClaim(c, claim, draft, citations, new Correction(CorrectionReason.Clarification, Fault.None, text)),
            8 => c => new CiteSource(c, claim, new CitationDraft(source, Stance.Contradicts, CitedPart.When, text)),
            9 => c => new WithdrawCitation(c, claim, 1 + (text.Length % 3), text),
            10 => c => new RateClaim(c, claim, 1 + (text.Length % 6)),
            11 => c => new RankClaim(c, claim, (Rank)(text.Length % 3)),
            12 => c => new DisputeClaim(c, claim, text, [new("one", [new(source)]), new("two", [new(other)])]),
            13 => c => new ResolveDispute(c, claim, "1", DisputeOutcome.OneVersion, "2", text, [new(source)]),
            14 => c => new ReopenDispute(c, claim, "1", text),
            15 => c => new RetractClaim(c, claim, RetractionReason.Wrong, text),
            16 => c => new ReinstateClaim(c, claim, text),
            17 => c => new EstablishOrigin(c, source, new SourceOrigin(other, false)),
            18 => c => new DescribeAuthority(c, authority, new AuthorityDescription(new AuthorityName(text), [], []), text),
            19 => c => new SetActorRole(c, Actor(Own()), (Role)(text.Length % 5), text),
            20 => c => new IssueKey(c, Key(), Actor(Own()), new string((char)('a' + (text.Length % 6)), 64), text.Length % 2 == 0 ? null : new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), text),
            21 => c => new RevokeKey(c, Key(), text),
            22 => c => new RateSource(c, source, (Reliability)(text.Length % 6)),
            23 => c => new SetAccess(c, Governed(text, claim, source), Access(text), text),
            24 => c => new PlaceHold(c, Governed(text, claim, source), "Order", text),
            25 => c => new LiftHold(c, Governed(text, claim, source), 1, text),
            < 28 => c => new SubmitProposal(c, claim, Proposed(), text),
            < 30 => c => new AcceptProposal(c with { Actor = "reviewer" }, claim, number),
            < 32 => c => new RejectProposal(c with { Actor = "reviewer" }, claim, number, text),
            _ => c => new WithdrawProposal(c, claim, number),
        };

        ProposedChange Proposed() => (text.Length % 5) switch
        {
            0 => new ProposedCitation(new CitationDraft(source, Stance.Mentions, CitedPart.Who, text)),
            1 => new ProposedRetraction(RetractionReason.Wrong, text),
            2 => new ProposedCorrection(draft, citations, CorrectionReason.Other, Fault.None, text),
            _ => new ProposedClaim(draft, citations),
        };
    }

    private string Governed(string text, string claim, string source) => (text.Length % 3) switch
    {
        0 when writers == 1 => StreamName.OfRecord(ArchiveId.RecordOf(claim)),
        1 => StreamName.OfClaim(claim),
        _ => StreamName.OfSource(source),
    };

    private static AccessRule Access(string text) => (text.Length % 4) switch
    {
        0 => AccessRule.Open,
        1 => new AccessRule(AccessKind.Closed, new DateOnly(2040, 1, 1), LegalBasis: "Deed"),
        2 => new AccessRule(AccessKind.Closed, LegalBasis: "Deed"),
        _ => new AccessRule(AccessKind.Restricted, Roles: [Role.Editor], LegalBasis: "Licence"),
    };

    public static string Record(int i) => $"r{i}";

    private static string Authority(int i) => $"a{i}";

    private static string Actor(int i) => $"p{i}";

    private string Key() => Own().ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    private static string Source(int i) => $"s{i}";

    private static string Claim(int record, int i) => $"{Record(record)}/c{i}";

    private int Own() => (_random.Next(_some / writers) * writers) + writer;

    private ClaimDraft Draft() => new(
        Texts[_random.Next(Texts.Length)] + " " + _random.Next(1000),
        new Meeting([Authority(_random.Next(_some))], null, null, []),
        Occurred: _random.Next(5) == 0 ? null : new DateDraft(Dates[_random.Next(Dates.Length)], null, Zones[_random.Next(Zones.Length)]));

    private ValueList<CitationDraft> Citations()
    {
        var first = _random.Next(_some);
        return Enumerable.Range(0, Few)
            .Where(i => i == 0 || _random.Next(2) == 0)
            .Select(i => new CitationDraft(Source((first + i) % _some)))
            .ToValueList();
    }
}
