using System.Globalization;
using System.Text;
using Archive.Domain;

namespace Archive.Exports;

/// <summary>
/// The names that things of the archive have in exports. What a log names stands under the log's own name (by custom a URL without its scheme):
/// <c>https://LOG/claim/visit-2023/c17@57</c>; the archive's own terms stand under <see cref="Terms"/>. They are names, not addresses:
/// nothing is ever fetched from them. As qualified names they have the prefixes <c>log:</c> and <c>archive:</c>.
/// </summary>
/// <param name="log">The log name as of the moment.</param>
internal sealed class ExportIris(string log)
{
    /// <summary>A host of the domain that never resolves (RFC 6761).</summary>
    public const string Terms = "https://archive.invalid/terms#";

    public const string LogPrefix = "log";
    public const string TermsPrefix = "archive";

    /// <summary>What <c>log:</c> stands for.</summary>
    public string Log { get; } = $"https://{Escape(log)}/";

    /// <summary>A stream, that is a record, claim, source or authority, as a qualified name.</summary>
    public static string Stream(string stream) => Of(stream);

    /// <summary>The state that an entry left a stream in.</summary>
    public static string State(string stream, long entry) => Of($"{stream}@{entry.ToString(CultureInfo.InvariantCulture)}");

    public static string Entry(long entry) => Of($"entry/{entry.ToString(CultureInfo.InvariantCulture)}");

    public static string Actor(string actor) => Of($"actor/{actor}");

    /// <summary>The bytes of a source, by their SHA-256.</summary>
    public static string Capture(string source, string digest) => Of($"capture/{source}/{digest}");

    public static string Snapshot(string record, long entry) => Of($"snapshot/{record}@{entry.ToString(CultureInfo.InvariantCulture)}");

    public static string Claim(string claim) => Stream(StreamName.OfClaim(claim));

    public static string Source(string source) => Stream(StreamName.OfSource(source));

    public static string Authority(string authority) => Stream(StreamName.OfAuthority(authority));

    public static string Record(string record) => Stream(StreamName.OfRecord(record));

    public static string Term(string term) => $"{TermsPrefix}:{term}";

    /// <summary>A qualified name of this log in full.</summary>
    public string InFull(string qualified) => Log + qualified[(LogPrefix.Length + 1)..];

    /// <summary>Bytes by their SHA-256, as RFC 6920 names them.</summary>
    /// <param name="digest">Lower-case hex.</param>
    public static string Digest(string digest) => $"ni:///sha-256;{Convert.ToBase64String(Convert.FromHexString(digest)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}";

    private static string Of(string path) => $"{LogPrefix}:{Escape(path)}";

    /// <summary>
    /// What a local part of PROV-N may hold as it is, and what a path of a URL may, is left; everything else is percent-encoded UTF-8. Ids of the
    /// archive have nothing else.
    /// </summary>
    internal static string Escape(string path)
    {
        var escaped = new StringBuilder(path.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(path))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '-' or '.' or '_' or '/' or '@')
                escaped.Append((char)octet);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        // A local part does not end with a full stop.
        return escaped.Length > 0 && escaped[^1] == '.' ? $"{escaped.ToString(0, escaped.Length - 1)}%2E" : escaped.ToString();
    }
}
