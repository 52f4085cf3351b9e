using Archive.Authorities;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Records;
using Archive.Sources;
using FluentValidation;

namespace Archive.Dossiers;

/// <summary>Asks the rules of each command, before anything is sent, and says where in the dossier the fault stands.</summary>
internal static class ShapeRules
{
    /// <summary>Stands in for the one who will ask.</summary>
    public static readonly CommandContext Anybody = new(Guid.Parse("00000000-0000-0000-0000-000000000001"), "anybody");

    private const int Part = 500;

    private static readonly Dictionary<Type, IValidator> Rules = new()
    {
        [typeof(OpenRecord)] = new OpenRecordValidator(),
        [typeof(DescribeRecord)] = new DescribeRecordValidator(),
        [typeof(EstablishAuthority)] = new EstablishAuthorityValidator(),
        [typeof(DescribeAuthority)] = new DescribeAuthorityValidator(),
        [typeof(MergeAuthority)] = new MergeAuthorityValidator(),
        [typeof(RegisterSource)] = new RegisterSourceValidator(),
        [typeof(CaptureSource)] = new CaptureSourceValidator(),
        [typeof(DescribeSource)] = new DescribeSourceValidator(),
        [typeof(RateSource)] = new RateSourceValidator(),
        [typeof(EstablishOrigin)] = new EstablishOriginValidator(),
        [typeof(WithdrawOrigin)] = new WithdrawOriginValidator(),
        [typeof(MergeSource)] = new MergeSourceValidator(),
        [typeof(RecordClaim)] = new RecordClaimValidator(),
        [typeof(CiteSource)] = new CiteSourceValidator(),
        [typeof(WithdrawCitation)] = new WithdrawCitationValidator(),
        [typeof(RateClaim)] = new RateClaimValidator(),
        [typeof(RankClaim)] = new RankClaimValidator(),
        [typeof(CorrectClaim)] = new CorrectClaimValidator(),
        [typeof(DisputeClaim)] = new DisputeClaimValidator(),
        [typeof(ResolveDispute)] = new ResolveDisputeValidator(),
        [typeof(ReopenDispute)] = new ReopenDisputeValidator(),
        [typeof(RetractClaim)] = new RetractClaimValidator(),
        [typeof(ReinstateClaim)] = new ReinstateClaimValidator(),
    };

    /// <summary>Whether an item is a command only when the state that it meets is known.</summary>
    public static bool NeedState(DossierItem item) => item.Verb is "correct" or "describe" or "withdraw";

    /// <summary>Checks those that need no state; others are checked when their state is known. Parts are checked at the same time.</summary>
    public static void Check(IReadOnlyList<DossierItem> items, DossierErrors errors)
    {
        var parts = items.Chunk(Part).Select(part => (Items: part, Errors: new DossierErrors())).ToArray();
        Parallel.ForEach(parts, part =>
        {
            foreach (var item in part.Items)
                Check(item, part.Errors);
        });
        foreach (var part in parts)
            errors.Add(part.Errors);
    }

    private static void Check(DossierItem item, DossierErrors errors)
    {
        if (!NeedState(item) && item.Compose(Anybody, null, errors) is { } command)
            Check(item, command, errors);
    }

    public static void Check(DossierItem item, ICommand command, DossierErrors errors)
    {
        foreach (var failure in Rules[command.GetType()].Validate(new ValidationContext<object>(command)).Errors)
            errors.Add(NodePath.Find(item.Node, failure.PropertyName), failure.ErrorMessage);
    }
}
