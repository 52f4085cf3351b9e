namespace Archive.IntegrationTests.Exports;

/// <summary>The checker finds what breaks each constraint; a checker that finds nothing proves nothing.</summary>
[Trait("Log", "none")]
public sealed class ProvConstraintsTests
{
    [Fact]
    public void A_claim_that_is_revised_is_valid() => ProvConstraints.Broken(Valid()).ShouldBeEmpty();

    [Fact]
    public void What_is_generated_twice_is_found() => Broken(model => model.Ties.Add(new("wasGeneratedBy", "v1", "a2"))).ShouldContain("unique wasGeneratedBy: v1");

    [Fact]
    public void What_is_invalidated_twice_is_found() => Broken(model => model.Ties.Add(new("wasInvalidatedBy", "v1", "a1"))).ShouldContain("unique wasInvalidatedBy: v1");

    [Fact]
    public void What_is_entity_and_activity_is_found() => Broken(model => model.Entities.Add("a1")).ShouldContain("entity and activity: a1");

    [Fact]
    public void What_is_agent_and_activity_is_found() => Broken(model => model.Agents.Add("a1")).ShouldContain("agent and activity: a1");

    [Fact]
    public void What_nothing_declares_is_found() => Broken(model => model.Ties.Add(new("wasDerivedFrom", "v1", "nowhere"))).ShouldContain("wasDerivedFrom with what is no entity: nowhere");

    [Fact]
    public void A_member_of_no_collection_is_found() => Broken(model => model.Ties.Add(new("hadMember", "v1", "v2"))).ShouldContain("member of no collection: v1");

    [Fact]
    public void Specialization_that_goes_round_is_found() => Broken(model => model.Ties.Add(new("specializationOf", "claim", "v2"))).ShouldContain(broken => broken.StartsWith("specialization of itself", StringComparison.Ordinal));

    [Fact]
    public void Derivation_that_goes_round_is_found() => Broken(model => model.Ties.Add(new("wasDerivedFrom", "v1", "v2"))).ShouldContain("order: generation v1 and generation v2");

    [Fact]
    public void Derivation_from_what_is_generated_at_the_same_time_is_found() =>
        Broken(model => model.Ties.AddRange([new("wasGeneratedBy", "early", "a2", "3"), new("specializationOf", "early", "v2"), new("wasDerivedFrom", "v2", "early")])).ShouldNotBeEmpty();

    [Fact]
    public void Use_before_generation_is_found() => Broken(model => model.Ties.Add(new("used", "a1", "v2", "1"))).ShouldContain(broken => broken.StartsWith("time: ", StringComparison.Ordinal));

    [Fact]
    public void A_time_outside_its_activity_is_found() => Broken(model => model.Activities["a1"] = "2").ShouldContain(broken => broken.StartsWith("time: ", StringComparison.Ordinal));

    [Fact]
    public void Invalidation_before_generation_is_found() => Broken(model => model.Ties.Add(new("wasInvalidatedBy", "v2", "a1", "1"))).ShouldContain(broken => broken.StartsWith("time: generation v2", StringComparison.Ordinal));

    private static IReadOnlyList<string> Broken(Action<ProvModel> breaks)
    {
        var model = Valid();
        model.Entities.Add("early");
        breaks(model);
        return ProvConstraints.Broken(model);
    }

    private static ProvModel Valid()
    {
        var model = new ProvModel { Entities = { "claim", "v1", "v2", "source" }, Activities = { ["a1"] = "1", ["a2"] = "3" }, Agents = { "editor" } };
        model.Ties.AddRange(
        [
            new("wasGeneratedBy", "claim", "a1", "1"), new("wasGeneratedBy", "v1", "a1", "1"), new("wasGeneratedBy", "v2", "a2", "3"), new("wasInvalidatedBy", "v1", "a2", "3"),
            new("used", "a2", "v1", "3"), new("wasDerivedFrom", "v2", "v1"), new("wasDerivedFrom", "v1", "source"), new("specializationOf", "v1", "claim"), new("specializationOf", "v2", "claim"),
            new("wasAttributedTo", "v1", "editor"), new("wasAssociatedWith", "a1", "editor"), new("alternateOf", "source", "source"),
        ]);
        return model;
    }
}
