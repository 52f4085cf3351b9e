using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Archive.Domain.Events;
using Archive.Domain.Ledger;

namespace Archive.Commands;

/// <summary>
/// What tells two inputs under one command id apart: SHA-256, in lower-case hex, of the canonical JSON of the command's name, its actor and
/// its input. Stored in the metadata of events: the form never changes, and new optional members are left out while absent.
/// </summary>
internal static class CommandFingerprint
{
    private static readonly JsonSerializerOptions InputOnly = new(ArchiveJson.Options)
    {
        TypeInfoResolver = ArchiveJson.Options.TypeInfoResolver!.WithAddedModifier(WithoutContext),
    };

    private const int MostKept = 256 * 1024;

    private static readonly JsonWriterOptions Trusted = new() { Encoder = ArchiveJson.Options.Encoder, SkipValidation = true };

    /// <summary>One a thread, because thousands of commands of an import are told apart in a second.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_whole;

    public static string Of(ICommand command)
    {
        var whole = t_whole ??= new ArrayBufferWriter<byte>(4_096);
        whole.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(whole, Trusted))
        {
            json.WriteStartObject();
            json.WriteString("command"u8, command.GetType().Name);
            json.WriteString("actor"u8, command.Context.Actor);
            json.WritePropertyName("input"u8);
            JsonSerializer.Serialize(json, command, command.GetType(), InputOnly);
            json.WriteEndObject();
        }

        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Canonicalize(whole.WrittenSpan)));
        if (whole.Capacity > MostKept)
            t_whole = null;
        return fingerprint;
    }

    private static void WithoutContext(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(ICommand)))
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].PropertyType == typeof(CommandContext))
                type.Properties.RemoveAt(i);
        }
    }
}
