using Archive.Cli.Input;
using Archive.Domain;

namespace Archive.Tests.Cli;

public sealed class RandomClaimIdTests
{
    private static readonly Guid Command = Guid.Parse("0d6d1c1c-7d5c-4a53-9a45-1f2e3d4c5b6a");

    [Fact]
    public void The_id_is_a_claims_and_the_same_for_the_same_command() =>
        RandomClaimId.In("visit-2023", Command).ShouldBe(RandomClaimId.In("visit-2023", Command));

    [Fact]
    public void It_is_a_claim_of_the_record() => ArchiveId.IsValidClaim(RandomClaimId.In("visit-2023", Command)).ShouldBeTrue();

    [Fact]
    public void Another_command_is_another_claim() => RandomClaimId.In("r", Command).ShouldNotBe(RandomClaimId.In("r", Guid.Empty));
}
