namespace Archive.Exports;

/// <summary>The form in which a record is written for others; docs/exports.md has the mapping of each.</summary>
public enum ExportFormat
{
    /// <summary>PROV-JSON (W3C member submission of 2013).</summary>
    ProvJson,

    /// <summary>PROV-O as JSON-LD 1.1, with its context inline.</summary>
    ProvJsonld,

    /// <summary>A timeline, one row a claim: RFC 4180, UTF-8 with a byte order mark.</summary>
    Csv,

    /// <summary>schema.org as JSON-LD.</summary>
    Jsonld,

    /// <summary>The quotes as W3C Web Annotations.</summary>
    Annotations,
}
