namespace Archive.Exports.Prov;

/// <summary>A relation between two things.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Subject">Qualified name of what it is said of: what was generated, derived, attributed.</param>
/// <param name="Object">Qualified name of the other.</param>
/// <param name="Time">When it happened, of those that have a time.</param>
/// <param name="Attributes">What else is known of it; of a derivation its type, such as <see cref="Quotation"/>.</param>
internal sealed record ProvRelation(ProvRelationKind Kind, string Subject, string Object, DateTimeOffset? Time = null, ProvAttributes? Attributes = null)
{
    public const string Quotation = "prov:Quotation";
    public const string PrimarySource = "prov:PrimarySource";
    public const string Revision = "prov:Revision";

    /// <summary>The type of a derivation that PROV names, or null.</summary>
    public string? Type => Attributes?.FirstOrDefault(attribute => attribute.Key == ProvAttributes.Type).Value?.Text;
}
