using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Archive.Domain.Events;

/// <summary>
/// How events and documents stand in JSON: camel-case members, kebab-case words for closed lists, absent members left out, unknown members
/// refused, and the discriminator of a kind found wherever it stands (PostgreSQL's jsonb orders members its own way).
/// </summary>
public static class ArchiveJson
{
    public static readonly JsonSerializerOptions Options = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowOutOfOrderMetadataProperties = true,
            AllowDuplicateProperties = false,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { IgnoredInBaseIsIgnored, AbsentIsNull, KindIsRequired } },
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new ClosedListConverterFactory(), new RecordedTimeJsonConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What a base type computes is no member of the types that override it; the serializer itself does not look up an override's base.</summary>
    private static void IgnoredInBaseIsIgnored(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].AttributeProvider is PropertyInfo property
                && property.GetCustomAttribute<JsonIgnoreAttribute>(inherit: true) is { Condition: JsonIgnoreCondition.Always })
            {
                type.Properties.RemoveAt(i);
            }
        }
    }

    /// <summary>A member that may be null may be absent; every other must be there.</summary>
    private static void AbsentIsNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsSetNullable))
            property.IsRequired = false;
    }

    /// <summary>Without its discriminator an abstract type is malformed JSON; unless told so, the serializer calls it an unsupported type.</summary>
    private static void KindIsRequired(JsonTypeInfo type)
    {
        if (type is { PolymorphismOptions: { } polymorphism, Type.IsAbstract: true })
            type.CreateObject = () => throw new JsonException($"The member '{polymorphism.TypeDiscriminatorPropertyName}' is missing.");
    }
}
