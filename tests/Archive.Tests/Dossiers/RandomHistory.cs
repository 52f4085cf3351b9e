using System.Globalization;
using Archive.Authorities;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Reviews;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Dossiers;
using Archive.Records;
using Archive.Reviews;
using Archive.Sources;

namespace Archive.Tests.Dossiers;

/// <summary>Histories of a record as people could have made them: random commands, of which the deciders took some.</summary>
internal sealed class RandomHistory(int seed)
{
    private const string Record = "r";

    private static readonly string[] Pieces =
    [
        "a", "Wort", " ", ": ", " #", "- ", "\n", "\n\n", "  ", "\t", "'", "\"", "\\", "{", "]", ",", "*", "&", "!", "|", ">", "%", "@", "`", "no", "~", "null", "1", "12:59",
        "\u05d0\u05d1", "\u202e", "\u200f", "😀", "\u00a0", "\u0301", "中文", "é", ".", "?", "=", "\ufeff", "\u2028", "\r\n",
    ];

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, object> _states = new(StringComparer.Ordinal);
    private readonly PaperArchive _archive = new();
    private int _commands;

    public static PaperArchive Of(int seed, int commands)
    {
        var history = new RandomHistory(seed);
        history.Take(context => new OpenRecord(context, Record, history.Description() with { Places = [] }));
        for (var i = 0; i < commands; i++)
            history.Take(history.Next);
        return history._archive;
    }

    private void Take(Func<CommandContext, ICommand> next)
    {
        var command = next(new CommandContext(new Guid(++_commands, 0, 0, new byte[8]), "editor"));
        var stream = StreamOf(command);
        if (Decide(command, _states.GetValueOrDefault(stream), new Simulation(_states, new HashSet<string>(), DossierCaptures.None)) is not Decision.Accepted { Events.Count: > 0 } accepted)
            return;
        _archive.Append(accepted.Events, command.Context.CommandId);
        foreach (var happened in accepted.Events)
            _states[stream] = StreamFold.Evolve(_states.GetValueOrDefault(stream), happened);
    }

    /// <summary>No dossier asks for a proposal; other people do.</summary>
    private static Decision Decide(ICommand command, object? state, Simulation around) => command switch
    {
        SubmitProposal c => ProposalDecider.Submit((Claim?)state, c.Claim, c.Change, c.Context.Actor, c.Words, around.Known(ProposedStreams.Of(c.Claim, c.Change))),
        AcceptProposal c => ProposalDecider.Accept((Claim?)state, c.Claim, c.Number, "reviewer", c.Words, c.Decided, KnownStreams.All),
        RejectProposal c => ProposalDecider.Reject((Claim?)state, c.Claim, c.Number, "reviewer", c.Words),
        WithdrawProposal c => ProposalDecider.Withdraw((Claim?)state, c.Claim, c.Number, c.Context.Actor, c.Words),
        _ => CommandDecisions.Decide(command, state, around),
    };

    private static string StreamOf(ICommand command)
    {
        string? Property(string name) => command.GetType().GetProperty(name)?.GetValue(command) as string;
        return Property("Claim") is { } claim ? StreamName.OfClaim(claim)
            : Property("Source") is { } source ? StreamName.OfSource(source)
            : Property("Authority") is { } authority ? StreamName.OfAuthority(authority)
            : StreamName.OfRecord(Property("Record")!);
    }

    private ICommand Next(CommandContext context) => _random.Next(30) switch
    {
        24 or 25 or 26 => new SubmitProposal(context, Claim(), Proposed(), Maybe(Text)),
        27 or 28 or 29 => Review(context, Claim()),
        0 or 1 => new EstablishAuthority(context, Id("a"), Pick<AuthorityKind>(), Authority(), Decided()),
        2 or 3 => new RegisterSource(context, Id("s"), Source(), Maybe(Origin), Decided()),
        4 or 5 or 6 or 7 => new RecordClaim(context, Claim(), Draft(Pick<ClaimKind>()), Citations(), Decided()),
        8 or 9 or 10 => Correct(context, Claim()),
        11 => new CiteSource(context, Claim(), Citation(), Maybe(Text), Decided()),
        12 => new WithdrawCitation(context, Claim(), _random.Next(1, 6), Text(), Decided()),
        13 or 14 => new DisputeClaim(context, Claim(), Question(), [Version("v1"), Version("both-hold"), Version("x" + Text())], Maybe(Text), Decided()),
        15 => Resolve(context),
        16 => new ReopenDispute(context, Claim(), Question(), Text(), Decided()),
        17 => new RetractClaim(context, Claim(), Pick<RetractionReason>(), Text(), Maybe(Text), Decided()),
        18 => new ReinstateClaim(context, Claim(), Text(), Decided()),
        19 => _random.Next(2) == 0 ? new RateClaim(context, Claim(), _random.Next(1, 7), Maybe(Text), Decided()) : new RateSource(context, Id("s"), Pick<Reliability>(), Maybe(Text), Decided()),
        20 => new RankClaim(context, Claim(), Pick<Rank>(), Maybe(Text), Decided()),
        21 => _random.Next(3) switch
        {
            0 => new DescribeRecord(context, Record, Description(), Text(), Decided()),
            1 => new DescribeAuthority(context, Id("a"), Authority(), Text(), Decided()),
            _ => new DescribeSource(context, Id("s"), Source(), Text(), Decided()),
        },
        22 => _random.Next(2) == 0 ? new MergeSource(context, Id("s"), Id("s"), Text(), Decided()) : new MergeAuthority(context, Id("a"), Id("a"), Text(), Decided()),
        _ => _random.Next(2) == 0 ? new EstablishOrigin(context, Id("s"), Origin(), Maybe(Text), Decided()) : new WithdrawOrigin(context, Id("s"), Text(), Decided()),
    };

    private ICommand Correct(CommandContext context, string claim) => new CorrectClaim(
        context,
        claim,
        Draft(_states.GetValueOrDefault(StreamName.OfClaim(claim)) is Claim { Content.Particulars.Kind: var kind } ? kind : ClaimKind.Arrival),
        Citations(),
        new Correction(Pick<CorrectionReason>(), Pick<Fault>(), Text(), Maybe(Text), Decided()));

    private ICommand Review(CommandContext context, string claim)
    {
        var number = (_states.GetValueOrDefault(StreamName.OfClaim(claim)) as Claim)?.Proposals?.FirstOrDefault(proposal => proposal.IsOpen)?.Number ?? 1;
        return _random.Next(4) switch
        {
            0 => new RejectProposal(context, claim, number, Text()),
            1 => new WithdrawProposal(context, claim, number, Maybe(Text)),
            _ => new AcceptProposal(context, claim, number, Maybe(Text), Decided()),
        };
    }

    private ProposedChange Proposed() => _random.Next(4) switch
    {
        0 => new ProposedCorrection(Draft(Pick<ClaimKind>()), Citations(), Pick<CorrectionReason>(), Pick<Fault>(), Text(), Maybe(Text)),
        1 => new ProposedRetraction(Pick<RetractionReason>(), Text(), Maybe(Text)),
        2 => new ProposedCitation(Citation(), Maybe(Text)),
        _ => new ProposedClaim(Draft(Pick<ClaimKind>()), Citations()),
    };

    private ICommand Resolve(CommandContext context)
    {
        var outcome = Pick<DisputeOutcome>();
        var version = outcome == DisputeOutcome.OneVersion ? _random.Next(2) == 0 ? "v1" : "2" : null;
        return new ResolveDispute(context, Claim(), Question(), outcome, version, Text(), Maybe(Citations) ?? [], Decided());
    }

    private ClaimDraft Draft(ClaimKind kind) => new(
        Text(), Particulars(kind), Maybe(Language), Maybe(Date), Maybe(() => Id("key")), Maybe(() => Id("a")), Maybe(() => Many(Claim)));

    private Particulars Particulars(ClaimKind kind)
    {
        var (who, place) = (Many(() => Id("a")), Maybe(() => Id("a")));
        return kind switch
        {
            ClaimKind.Arrival => new Arrival(who, place, Many(() => Id("a"))),
            ClaimKind.Departure => new Departure(who, place, Many(() => Id("a"))),
            ClaimKind.Meeting => new Meeting(who, place, Maybe(Line), Many(Line)),
            ClaimKind.Signing => new Signing(who, place, Many(() => new SignedDocument([new LanguageText(Text(), Language()), .. Many(() => new LanguageText(Text(), Language()))]))),
            ClaimKind.Statement => new Statement(who, place, Maybe(Line), Maybe(() => new LanguageText(Text(), Language())), Many(() => Id("a"))),
            ClaimKind.Reaction => new Reaction(who, place, Maybe(Line), Maybe(Line)),
            _ => new Background(who, place),
        };
    }

    private ValueList<CitationDraft> Citations() => [Citation(), .. Many(Citation)];

    private CitationDraft Citation() => new(
        Id("s"), Pick<Stance>(), Pick<CitedPart>(), Maybe(Text), Decided(), _random.Next(2) == 0 ? Pick<ConsultedExtent>() : null);

    private DisputeVersionDraft Version(string says) => new(says, Citations());

    private AuthorityDescription Authority() => new(Name(), Many(Name), Many(() => "https://example.org/" + _random.Next(9)), Maybe(Text));

    private AuthorityName Name() => new(Line(), Maybe(Language));

    private SourceDraft Source() => new(
        Pick<SourceKind>(), Line(), _random.Next(2) == 0, Maybe(Line), Maybe(Line), Maybe(() => "https://example.org/?q=1#x"), Maybe(Date), Maybe(Language), Maybe(Line), _random.Next(2) == 0, Maybe(Text));

    private SourceOrigin Origin() => new(Id("s"), _random.Next(2) == 0);

    private RecordDraft Description() => new(
        Line(), Maybe(Text), Maybe(Date), Many(() => Id("a")), Maybe(Language), Maybe(Zone));

    private DateDraft Date() => new(
        _random.Next(4) switch { 0 => "2023", 1 => "2023-03-20", 2 => "2023-03-20/2023-03-22", _ => "2023-03-2X" }, Maybe(() => "about 12:59"), Maybe(Zone));

    private string Zone() => _random.Next(2) == 0 ? "Europe/Moscow" : "Asia/Shanghai";

    private string? Decided() => Maybe(() => "2024-05");

    private string Language() => _random.Next(3) switch { 0 => "en", 1 => "no", _ => "zh-Hant" };

    private string Question() => "q" + _random.Next(2).ToString(CultureInfo.InvariantCulture);

    private string Claim() => $"{Record}/{Id("c")}";

    private string Id(string prefix) => prefix + _random.Next(4).ToString(CultureInfo.InvariantCulture);

    private string Line() => "x" + Text().ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal).Replace("\u2028", "", StringComparison.Ordinal);

    private string Text()
    {
        var text = string.Concat(Enumerable.Range(0, _random.Next(1, 7)).Select(_ => Pieces[_random.Next(Pieces.Length)]));
        return string.IsNullOrWhiteSpace(text) ? text + "." : text;
    }

    private ValueList<T> Many<T>(Func<T> make) => Enumerable.Range(0, _random.Next(3)).Select(_ => make()).Distinct().ToValueList();

    private T? Maybe<T>(Func<T> make)
        where T : class => _random.Next(2) == 0 ? make() : null;

    private T Pick<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];
}
