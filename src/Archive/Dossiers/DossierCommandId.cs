using System.Globalization;
using System.Text;
using Archive.Domain;
using Archive.EventLog;

namespace Archive.Dossiers;

/// <summary>Ids of an import's commands: made of what they do to which stream, so that an import that is repeated repeats its commands.</summary>
internal static class DossierCommandId
{
    private static readonly Guid Space = Guid.Parse("5f1d6a52-8c0e-5b6e-9d55-6a3e0c7f4d21");

    /// <param name="stream">The stream.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="ordinal">Which change of this kind to this stream it is, from 1.</param>
    public static Guid Of(string stream, string verb, int ordinal) =>
        Named(string.Create(CultureInfo.InvariantCulture, $"{stream}\n{verb}{(verb == DossierItem.First ? "" : $"\n{ordinal}")}"));

    /// <summary>What all commands of a record's dossier belong to.</summary>
    public static Guid CorrelationOf(string record) => Named(StreamName.OfRecord(record));

    private static Guid Named(string name) => EventId.NameBased(Space, Encoding.UTF8.GetBytes(name));
}
