using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Domain.Events;

/// <summary>
/// Writes a member of a closed list as its one word, in kebab-case, and reads that word alone, in its exact spelling;
/// <see cref="JsonStringEnumConverter"/> takes other letter case too, so that code and schema would disagree.
/// </summary>
internal sealed class ClosedListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        // A closed list is short: to walk it is as quick as to hash, and costs a new process no dictionary of its own for every list.
        private static readonly T[] Values = Enum.GetValues<T>();
        private static readonly string[] Words = Array.ConvertAll(Values, WordOf);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? ValueOf(reader.GetString()!) : throw Wrong();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(WordFor(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ValueOf(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(WordFor(value));

        private static T ValueOf(string word) => Array.IndexOf(Words, word) is >= 0 and var at ? Values[at] : throw Wrong();

        private static string WordFor(T value) => Words[Array.IndexOf(Values, value)];

        private static JsonException Wrong() => new($"One of these words was expected: {string.Join(", ", Words)}.");

        private static string WordOf(T value) =>
            typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
    }
}
