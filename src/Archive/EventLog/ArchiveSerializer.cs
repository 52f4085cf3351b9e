using System.Text.Json;
using Archive.Domain.Events;
using Weasel.Core;
using SystemTextJsonSerializer = Marten.Services.SystemTextJsonSerializer;

namespace Archive.EventLog;

/// <summary>Marten's System.Text.Json serializer with the archive's own options: events and documents stand in the database as schemas say.</summary>
internal sealed class ArchiveSerializer : SystemTextJsonSerializer
{
    public ArchiveSerializer()
        : base(new JsonSerializerOptions(ArchiveJson.Options))
    {
        Casing = Casing.CamelCase;
        EnumStorage = EnumStorage.AsString;
    }
}
