namespace Archive.Exports.Prov;

/// <summary>The relations of PROV-DM that exports use.</summary>
internal enum ProvRelationKind
{
    WasGeneratedBy,
    WasInvalidatedBy,
    Used,
    WasDerivedFrom,
    WasAttributedTo,
    WasAssociatedWith,
    WasInfluencedBy,
    SpecializationOf,
    AlternateOf,
    HadMember,
}
