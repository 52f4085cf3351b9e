using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Archive.Domain.Evidence;

namespace Archive.Domain.Ledger.Notes;

/// <summary>A text signed by one or more keys (C2SP signed-note): the text, an empty line, and the signatures, a line each.</summary>
/// <param name="Text">Ends with a newline; no control character but newlines.</param>
/// <param name="Signatures">At least one, at most <see cref="MaxSignatures"/>.</param>
public sealed record SignedNote(string Text, ValueList<NoteSignature> Signatures)
{
    public const int MaxSignatures = 100;

    private const string Dash = "— ";

    /// <summary>Of a line that is none, in UTF-16 units: a message is not to be as long as what somebody sent.</summary>
    private const int LongestShown = 120;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="utf8">The note.</param>
    /// <param name="note">The note, of which nothing is verified yet.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out SignedNote? note, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            return TryParse(Strict.GetString(utf8), out note, out problem);
        }
        catch (DecoderFallbackException)
        {
            (note, problem) = (null, "It is not UTF-8.");
            return false;
        }
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out SignedNote?, out string?)"/>
    public static bool TryParse(string note, [NotNullWhen(true)] out SignedNote? parsed, [NotNullWhen(false)] out string? problem)
    {
        parsed = null;
        problem = WhatIsWrong(note, out var text, out var lines);
        if (problem is not null)
            return false;
        var signatures = new List<NoteSignature>();
        foreach (var line in lines)
        {
            if (!TryParseSignature(line, out var signature))
            {
                problem = $"The line under its text is no signature: {(line.Length <= LongestShown ? line : line[..LongestShown] + "…")}";
                return false;
            }

            signatures.Add(signature);
        }

        parsed = new SignedNote(text, [.. signatures]);
        return true;
    }

    /// <summary>Whether keys that one trusts signed it. Signatures of unknown keys count for nothing; a wrong one of a known key spoils the note.</summary>
    /// <param name="known">The keys that one trusts.</param>
    /// <param name="signers">Those of them that signed, each once.</param>
    /// <param name="problem">Why the note is to be refused.</param>
    public bool TryVerify(IReadOnlyCollection<VerifierKey> known, out IReadOnlyList<VerifierKey> signers, [NotNullWhen(false)] out string? problem)
    {
        signers = [];
        var verified = new List<VerifierKey>();
        foreach (var signature in Signatures)
        {
            foreach (var key in known.Where(signature.IsOf))
            {
                if (!key.Verifies(Text, signature.Signature.Span))
                {
                    problem = $"The signature by {key.Name} ({key.Id:x8}) is wrong: the note was changed, or somebody else signed it.";
                    return false;
                }

                if (!verified.Contains(key))
                    verified.Add(key);
            }
        }

        signers = verified;
        problem = verified.Count > 0 ? null : $"None of the keys that are trusted signed it. It has signatures by {string.Join(", ", Signatures.Select(signature => $"{signature.Name} ({signature.KeyId:x8})"))}.";
        return problem is null;
    }

    /// <summary>The same with more signatures; one of a key that signed already is left out.</summary>
    public SignedNote With(IEnumerable<NoteSignature> more) =>
        this with { Signatures = [.. Signatures, .. more.Where(added => !Signatures.Any(signature => signature.Name == added.Name && signature.KeyId == added.KeyId))] };

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => $"{signature}\n"))}";

    private static string? WhatIsWrong(string note, out string text, out string[] lines)
    {
        (text, lines) = ("", []);
        if (note.Any(c => c < ' ' && c != '\n') || SurrogateHalves.IndexIn(note) >= 0)
            return "It has characters that no signed note has.";
        if (!note.EndsWith('\n'))
            return "It does not end with a newline.";
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0)
            return "No empty line stands between its text and its signatures.";
        lines = note[(end + 2)..].Split('\n')[..^1];
        if (lines.Length == 0)
            return "It has no signature.";
        if (lines.Length > MaxSignatures)
            return $"It has more than {MaxSignatures} signatures.";
        text = note[..(end + 1)];
        return null;
    }

    private static bool TryParseSignature(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [var name, var encoded] || !KeyName.IsValid(name))
            return false;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var written) || written <= sizeof(uint) || Convert.ToBase64String(bytes, 0, written) != encoded)
            return false;
        signature = new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(sizeof(uint), written - sizeof(uint)));
        return true;
    }
}
