using System.CommandLine;
using Archive.Domain.Claims;

namespace Archive.Cli.Input;

/// <summary>What the kind of a claim adds.</summary>
internal sealed class ParticularsOptions
{
    private readonly Option<string[]> _who = TextOption.Ids("--who", "Those whom the claim is chiefly about: who arrives, meets, signs, speaks, reacts.");
    private readonly Option<string?> _place = TextOption.Of("--place", "ID", "Where: the id of a place.");
    private readonly Option<string[]> _metBy = TextOption.Ids("--met-by", "Arrival: who meets them.");
    private readonly Option<string[]> _seenOffBy = TextOption.Ids("--seen-off-by", "Departure: who sees them off.");
    private readonly Option<string?> _format = TextOption.Of("--format", "TEXT", "Meeting: its form, such as one-on-one.");
    private readonly Option<string[]> _subjects = TextOption.Many("--subject", "TEXT", "Meeting: what it was about. May stand several times.");
    private readonly Option<string[]> _documents = TextOption.Many(
        "--document", "TITLES", "Signing: a document by its titles, 'en:Joint Statement | zh:联合声明'. May stand several times.");

    private readonly Option<string?> _medium = TextOption.Of("--medium", "TEXT", "Statement: where it appeared.");
    private readonly Option<string?> _spoken = TextOption.Of("--spoken", "LANGUAGE:TEXT", "Statement: the very words, 'ru:Спасибо'.");
    private readonly Option<string[]> _addressedTo = TextOption.Ids("--addressed-to", "Statement: to whom.");
    private readonly Option<string?> _to = TextOption.Of("--to", "TEXT", "Reaction: to what, the id of a claim or words.");
    private readonly Option<string?> _attitude = TextOption.Of("--attitude", "TEXT", "Reaction: the attitude taken, such as concerned.");

    public IEnumerable<Option> All =>
        [_who, _place, _metBy, _seenOffBy, _format, _subjects, _documents, _medium, _spoken, _addressedTo, _to, _attitude];

    /// <param name="before">The particulars there were, of the same kind.</param>
    public Particulars Read(FieldReader fields, ClaimKind kind, Particulars? before)
    {
        var who = fields.List(_who, before?.Principals);
        var place = fields.Text(_place, before?.Place);
        switch (kind)
        {
            case ClaimKind.Arrival:
                return new Arrival(who, place, fields.List(_metBy, (before as Arrival)?.MetBy));
            case ClaimKind.Departure:
                return new Departure(who, place, fields.List(_seenOffBy, (before as Departure)?.SeenOffBy));
            case ClaimKind.Meeting:
                var meeting = before as Meeting;
                return new Meeting(who, place, fields.Text(_format, meeting?.Format), fields.List(_subjects, meeting?.Subjects));
            case ClaimKind.Signing:
                return new Signing(who, place, fields.List(_documents, (before as Signing)?.Documents, LanguageTextSpec.ReadDocument));
            case ClaimKind.Statement:
                var statement = before as Statement;
                var spoken = fields.Text(_spoken, null) is { } words ? LanguageTextSpec.Read(words)
                    : fields.IsCleared(_spoken) ? null : statement?.Words;
                return new Statement(who, place, fields.Text(_medium, statement?.Medium), spoken, fields.List(_addressedTo, statement?.AddressedTo));
            case ClaimKind.Reaction:
                var reaction = before as Reaction;
                return new Reaction(who, place, fields.Text(_to, reaction?.To), fields.Text(_attitude, reaction?.Attitude));
            case ClaimKind.Background:
                return new Background(who, place);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "A new kind needs its options here.");
        }
    }
}
