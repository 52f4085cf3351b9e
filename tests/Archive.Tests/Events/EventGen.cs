using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Records;
using Archive.Domain.Reviews;
using Archive.Domain.Sources;
using CsCheck;
using static Archive.Tests.Events.TextGen;

namespace Archive.Tests.Events;

/// <summary>Random events of every type, valid as the deciders and validators make them.</summary>
internal static class EventGen
{
    private static readonly Gen<string?> Decided = DateGen.Edtf.Null();

    private static readonly Gen<RecordDescription> OfRecord = Gen.Select(
        Line, Words.Null(), DateGen.Date.Null(), Id.Array[0, 2], Language.Null(), Gen.OneOf("UTC", "Europe/Moscow").Null(),
        (title, summary, occurred, places, language, zone) => new RecordDescription(title, summary, occurred, places.ToValueList(), language, zone));

    private static readonly Gen<AuthorityName> Name = Gen.Select(Line, Language.Null(), (text, language) => new AuthorityName(text, language));

    private static readonly Gen<AuthorityDescription> OfAuthority = Gen.Select(
        Name, Name.Array[0, 2], Gen.OneOf("https://example.org/a?b=c#d", "urn:isni:000000012145", "tag:example.org,2023:x").Array[0, 2], Words.Null(),
        (name, aliases, uris, note) => new AuthorityDescription(name, aliases.ToValueList(), uris.ToValueList(), note));

    private static readonly Gen<SourceDescription> OfSource = Gen.Select(
        Gen.Select(Gen.Enum<SourceKind>(), Line, Gen.Bool, Line.Null(), Line.Null()),
        Gen.Select(Gen.OneOf("https://example.org/", "HTTP://example.org/é").Null(), DateGen.Date.Null(), Language.Null()),
        Gen.Select(Line.Null(), Gen.Bool, Words.Null()),
        (a, b, c) => new SourceDescription(a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, b.Item1, b.Item2, b.Item3, c.Item1, c.Item2, c.Item3));

    private static readonly Gen<SourceOrigin> Origin = Gen.Select(Id, Gen.Bool, (source, likely) => new SourceOrigin(source, likely));

    public static readonly IReadOnlyDictionary<Type, Gen<IArchiveEvent>> ByType = new Dictionary<Type, Gen<IArchiveEvent>>
    {
        [typeof(RecordOpened)] = Gen.Select(Id, OfRecord, Decided, IArchiveEvent (id, d, on) => new RecordOpened(id, d, on)),
        [typeof(RecordDescribed)] = Gen.Select(Id, OfRecord, Words, Decided, IArchiveEvent (id, d, words, on) => new RecordDescribed(id, d, words, on)),
        [typeof(AuthorityEstablished)] = Gen.Select(Id, Gen.Enum<AuthorityKind>(), OfAuthority, Decided, IArchiveEvent (id, kind, d, on) => new AuthorityEstablished(id, kind, d, on)),
        [typeof(AuthorityDescribed)] = Gen.Select(Id, OfAuthority, Words, Decided, IArchiveEvent (id, d, words, on) => new AuthorityDescribed(id, d, words, on)),
        [typeof(AuthorityMerged)] = Gen.Select(Id, Id, Words, Decided, IArchiveEvent (id, into, words, on) => new AuthorityMerged(id, into, words, on)),
        [typeof(SourceRegistered)] = Gen.Select(Id, OfSource, Decided, IArchiveEvent (id, d, on) => new SourceRegistered(id, d, on)),
        [typeof(SourceDescribed)] = Gen.Select(Id, OfSource, Words, Decided, IArchiveEvent (id, d, words, on) => new SourceDescribed(id, d, words, on)),
        [typeof(SourceCaptured)] = Gen.Select(Id, CaptureGen.Capture, Words.Null(), Decided, IArchiveEvent (id, capture, words, on) => new SourceCaptured(id, capture, words, on)),
        [typeof(SourceRated)] = Gen.Select(Id, Gen.Enum<Reliability>(), Words.Null(), Decided, IArchiveEvent (id, rating, words, on) => new SourceRated(id, rating, words, on)),
        [typeof(SourceOriginEstablished)] = Gen.Select(Id, Origin, Words.Null(), Decided, IArchiveEvent (id, origin, words, on) => new SourceOriginEstablished(id, origin, words, on)),
        [typeof(SourceOriginWithdrawn)] = Gen.Select(Id, Id, Words, Decided, IArchiveEvent (id, origin, words, on) => new SourceOriginWithdrawn(id, origin, words, on)),
        [typeof(SourceMerged)] = Gen.Select(Id, Id, Words, Decided, IArchiveEvent (id, into, words, on) => new SourceMerged(id, into, words, on)),
        [typeof(ClaimRecorded)] = Gen.Select(ClaimId, ClaimGen.Content, ClaimGen.Citations, Decided, IArchiveEvent (id, content, citations, on) => new ClaimRecorded(id, content, citations, on)),
        [typeof(ClaimCorrected)] = Gen.Select(
            ClaimId, Gen.Int[2, 9], ClaimGen.Content, ClaimGen.Citations, Gen.Select(Gen.Enum<CorrectionReason>(), Gen.Enum<Fault>()), Words, Words.Null(), Decided,
            IArchiveEvent (id, version, content, citations, why, words, notice, on) => new ClaimCorrected(id, version, content, citations, why.Item1, why.Item2, words, notice, on)),
        [typeof(ClaimCited)] = Gen.Select(ClaimId, ClaimGen.Citation, Words.Null(), Decided, IArchiveEvent (id, citation, words, on) => new ClaimCited(id, citation, words, on)),
        [typeof(CitationWithdrawn)] = Gen.Select(ClaimId, Number, Words, Decided, IArchiveEvent (id, number, words, on) => new CitationWithdrawn(id, number, words, on)),
        [typeof(ClaimRated)] = Gen.Select(ClaimId, Gen.Int[1, 6], Words.Null(), Decided, IArchiveEvent (id, rating, words, on) => new ClaimRated(id, rating, words, on)),
        [typeof(ClaimRanked)] = Gen.Select(ClaimId, Gen.Enum<Rank>(), Words.Null(), Decided, IArchiveEvent (id, rank, words, on) => new ClaimRanked(id, rank, words, on)),
        [typeof(ClaimDisputed)] = Gen.Select(
            ClaimId, Number, Line, ClaimGen.Version.Array[2, 3], Words.Null(), Decided,
            IArchiveEvent (id, number, question, versions, words, on) => new ClaimDisputed(id, number, question, versions.ToValueList(), words, on)),
        [typeof(DisputeResolved)] = Gen.Select(ClaimId, Number, ClaimGen.Resolution, Decided, IArchiveEvent (id, number, resolution, on) => new DisputeResolved(id, number, resolution, on)),
        [typeof(DisputeReopened)] = Gen.Select(ClaimId, Number, Words, Decided, IArchiveEvent (id, number, words, on) => new DisputeReopened(id, number, words, on)),
        [typeof(ClaimRetracted)] = Gen.Select(ClaimId, Gen.Enum<RetractionReason>(), Words, Words.Null(), Decided, IArchiveEvent (id, why, words, notice, on) => new ClaimRetracted(id, why, words, notice, on)),
        [typeof(ProposalSubmitted)] = Gen.Select(
            ClaimId, Number, Id, ProposalGen.Seen, ProposalGen.Change, Words.Null(), ProposalGen.Kept.Null(),
            IArchiveEvent (id, number, submitter, seen, change, words, kept) => new ProposalSubmitted(id, number, submitter, seen, change.Kind, kept is null ? change : null, words, kept)),
        [typeof(ProposalAccepted)] = Gen.Select(ClaimId, Number, Words.Null(), IArchiveEvent (id, number, words) => new ProposalAccepted(id, number, words)),
        [typeof(ProposalRejected)] = Gen.Select(ClaimId, Number, Words, IArchiveEvent (id, number, words) => new ProposalRejected(id, number, words)),
        [typeof(ProposalWithdrawn)] = Gen.Select(ClaimId, Number, Words.Null(), IArchiveEvent (id, number, words) => new ProposalWithdrawn(id, number, words)),
        [typeof(AccessSet)] = Gen.Select(GovernanceGen.Subject, GovernanceGen.Access, Words, Decided, IArchiveEvent (of, access, words, on) => new AccessSet(of.Item1, of.Item2, access, words, on)),
        [typeof(HoldPlaced)] = Gen.Select(
            GovernanceGen.Subject, Number, Line, Words, Decided, IArchiveEvent (of, number, basis, words, on) => new HoldPlaced(of.Item1, number, basis, words, of.Item2, on)),
        [typeof(ContentErased)] = Gen.Select(
            ErasureGen.Subject, Number, Gen.Enum<ErasureReason>(), Line, Words, Decided,
            IArchiveEvent (of, number, reason, law, words, on) => new ContentErased(of.Stream, number, reason, law, words, of.Capture, of.Version, on)),
        [typeof(HoldLifted)] = Gen.Select(GovernanceGen.Subject, Number, Words, Decided, IArchiveEvent (of, number, words, on) => new HoldLifted(of.Item1, number, words, on)),
        [typeof(ActorRegistered)] = Gen.Select(
            Id, Gen.Enum<ActorKind>(), Gen.Enum<Role>(), Line.Null(), KeyGen.Digest.Null(), Words.Null(), IArchiveEvent (id, kind, role, name, kept, words) => new ActorRegistered(id, kind, role, name, kept, words)),
        [typeof(ActorRoleSet)] = Gen.Select(Id, Gen.Enum<Role>(), Words, IArchiveEvent (id, role, words) => new ActorRoleSet(id, role, words)),
        [typeof(KeyIssued)] = Gen.Select(KeyGen.Id, Id, KeyGen.Digest, KeyGen.Time.Nullable(), Words.Null(), IArchiveEvent (id, actor, hash, expires, words) => new KeyIssued(id, actor, $"arc_{id}", hash, expires, words)),
        [typeof(KeyRevoked)] = Gen.Select(KeyGen.Id, Words, IArchiveEvent (id, words) => new KeyRevoked(id, words)),
        [typeof(ClaimReinstated)] = Gen.Select(ClaimId, Words, Decided, IArchiveEvent (id, words, on) => new ClaimReinstated(id, words, on)),
    };
}
