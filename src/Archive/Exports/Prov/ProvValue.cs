using System.Globalization;
using Archive.Domain.Ledger;

namespace Archive.Exports.Prov;

/// <summary>A value of an attribute.</summary>
/// <param name="Text">Its written form.</param>
/// <param name="Type">Its datatype as a qualified name; absent for plain text.</param>
/// <param name="Language">BCP 47 tag of a text.</param>
internal sealed record ProvValue(string Text, string? Type = null, string? Language = null)
{
    /// <summary>The datatype of a value that is itself a qualified name.</summary>
    public const string QualifiedName = "prov:QUALIFIED_NAME";

    public static ProvValue Of(string text, string? language = null) => new(text, null, language);

    public static ProvValue Whole(long number) => new(number.ToString(CultureInfo.InvariantCulture), "xsd:integer");

    public static ProvValue Flag(bool value) => new(value ? "true" : "false", "xsd:boolean");

    public static ProvValue Instant(DateTimeOffset instant) => new(RecordedTime.Format(instant), "xsd:dateTime");

    public static ProvValue Address(string uri) => new(uri, "xsd:anyURI");

    /// <param name="qualified">A qualified name.</param>
    public static ProvValue Name(string qualified) => new(qualified, QualifiedName);
}
