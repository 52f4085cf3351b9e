namespace Archive.Exports.Prov;

/// <summary>The three kinds of thing of PROV; nothing is both an entity and an activity.</summary>
internal enum ProvKind
{
    Entity,
    Activity,
    Agent,
}
