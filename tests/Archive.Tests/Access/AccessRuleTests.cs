using Archive.Domain.Access;
using static Archive.Tests.Access.AccessSamples;

namespace Archive.Tests.Access;

public sealed class AccessRuleTests
{
    private static readonly DateTimeOffset Opening = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Role?[] Everybody = [null, .. Enum.GetValues<Role>()];

    [Fact]
    public void What_is_open_is_shown_to_everybody() => Seeing(AccessRule.Open, Opening).ShouldBe(Everybody);

    [Fact]
    public void What_is_closed_is_shown_to_auditors_and_administrators_alone() =>
        Seeing(Deed with { Until = null }, Opening).ShouldBe([Role.Auditor, Role.Administrator]);

    [Fact]
    public void What_is_closed_until_a_day_opens_with_its_first_instant_in_utc()
    {
        Seeing(Deed, Opening.AddTicks(-1)).ShouldBe([Role.Auditor, Role.Administrator]);
        Seeing(Deed, Opening).ShouldBe(Everybody);
        Seeing(Deed, new DateTimeOffset(2040, 1, 1, 1, 0, 0, TimeSpan.FromHours(2))).ShouldBe([Role.Auditor, Role.Administrator]);
    }

    [Fact]
    public void What_is_restricted_is_shown_to_the_roles_named_and_to_auditors_and_administrators() =>
        Seeing(Staff, Opening).ShouldBe([Role.Contributor, Role.Editor, Role.Auditor, Role.Administrator]);

    private static Role?[] Seeing(AccessRule rule, DateTimeOffset at) => Everybody.Where(role => rule.Admits(role, at)).ToArray();
}
