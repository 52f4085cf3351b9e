using System.Globalization;

namespace Archive.Domain.Packages;

/// <summary>What <c>bag-info.txt</c> says (RFC 8493, section 2.2.2): names with values, repeated or not, in its order.</summary>
public sealed record BagInfo(IReadOnlyList<KeyValuePair<string, string>> Elements)
{
    public const string File = "bag-info.txt";

    /// <summary>In bytes.</summary>
    public const int MaxLength = 4 << 20;

    private const string Oxum = "Payload-Oxum";

    /// <param name="lines">Its lines.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static BagInfo Read(IReadOnlyList<string> lines, BagFindings findings)
    {
        var elements = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (string.IsNullOrWhiteSpace(line))
            {
                findings.Warn(BagCheck.Info, File, i + 1, "The line is empty.");
            }
            else if (line[0] is ' ' or '\t')
            {
                if (elements.Count == 0)
                    findings.Add(BagCheck.Info, File, i + 1, "The line goes on from one before it, and there is none.");
                else
                    elements[^1] = KeyValuePair.Create(elements[^1].Key, $"{elements[^1].Value} {line.Trim()}");
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && line[..colon].Trim() is { Length: > 0 } name)
            {
                elements.Add(KeyValuePair.Create(name, line[(colon + 1)..].Trim()));
            }
            else
            {
                findings.Add(BagCheck.Info, File, i + 1, "The line is no name, colon and value.");
            }
        }

        return new BagInfo(elements);
    }

    /// <summary>Checks the number of payload bytes and files that it says, where it says any.</summary>
    public void CheckOxum(long bytes, long files, bool mayRepeat, BagFindings findings)
    {
        var said = Elements.Where(element => element.Key.Equals(Oxum, StringComparison.OrdinalIgnoreCase)).Select(element => element.Value).ToArray();
        if (said.Length == 0)
            return;
        if (said.Length > 1 && mayRepeat)
            findings.Warn(BagCheck.Info, File, null, $"{Oxum} stands {said.Length} times; the first is checked.");
        else if (said.Length > 1)
            findings.Add(BagCheck.Info, File, $"{Oxum} stands {said.Length} times. It stands once.");
        if (said[0].Split('.') is not [var first, var second] || Number(first) is not { } octets || Number(second) is not { } streams)
            findings.Add(BagCheck.Info, File, $"{Oxum} is '{said[0]}', which is not two numbers, of bytes and of files.");
        else if ((octets, streams) != (bytes, files))
            findings.Add(BagCheck.Info, File, string.Create(CultureInfo.InvariantCulture, $"{Oxum} says {octets}.{streams}, and the payload is {bytes}.{files}: bytes and files."));
    }

    private static long? Number(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
