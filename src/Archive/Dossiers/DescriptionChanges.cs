using Archive.Authorities;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Records;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>Reads better descriptions, and what turned out to be one. Both name their subject with its kind, such as <c>source/wikipedia</c>.</summary>
internal sealed class DescriptionChanges(DossierIndex index, DossierErrors errors)
{
    public DossierItem? Describe(FieldReader fields)
    {
        var subject = Subject(fields, "describe", "record", "authority", "source");
        var set = fields.Find("set") as MapNode;
        if (set is null)
            fields.Missing("set", " It has the fields that change, such as 'set: {note: …}'.");
        var (words, decided) = (fields.RequiredText("words"), fields.Text("decided"));
        if (subject is not (var kind, var id) || set is null)
            return null;
        return new DossierItem($"{kind}/{id}", "describe", fields.Node, (context, state, found) => (ICommand?)(state switch
        {
            HappeningRecord record => new DescribeRecord(context, id, Read(RecordFields.Write(record.Description), f => RecordFields.Read(f, index, found), found), words, decided),
            Authority authority => new DescribeAuthority(context, id, Read(AuthorityFields.Write(authority.Description), f => AuthorityFields.Read(f, found), found), words, decided),
            Source source => new DescribeSource(context, id, Read(SourceFields.Write(source.Description), f => SourceFields.Read(f, found), found), words, decided),
            _ => null,
        }));

        T Read<T>(MapNode before, Func<FieldReader, T> read, DossierErrors found)
        {
            var patched = new FieldReader(before.With(set), $"The description of {kind} {id}", found);
            var description = read(patched);
            patched.Done();
            return description;
        }
    }

    public DossierItem? Merge(FieldReader fields)
    {
        var subject = Subject(fields, "merge", "authority", "source");
        var into = fields.RequiredText("into");
        var (words, decided) = (fields.RequiredText("words"), fields.Text("decided"));
        if (subject is not (var kind, var id) || into.Length == 0)
            return null;
        var name = into.StartsWith(kind + "/", StringComparison.Ordinal) ? into[(kind.Length + 1)..] : into;
        var stays = kind == "source" ? index.Source(name, fields.PlaceOf("into")) : index.Authority(name, fields.PlaceOf("into"));
        return new DossierItem($"{kind}/{id}", "merge", fields.Node, (context, _, _) => kind == "source"
            ? new MergeSource(context, id, stays, words, decided)
            : new MergeAuthority(context, id, stays, words, decided));
    }

    private (string Kind, string Id)? Subject(FieldReader fields, string verb, params string[] kinds)
    {
        var (text, at) = (fields.RequiredText(verb), fields.Find(verb)!.At);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (kind, id) = slash < 0 ? ("", text) : (text[..slash], text[(slash + 1)..]);
        if (!kinds.Contains(kind, StringComparer.Ordinal))
        {
            errors.Add(at, $"Write behind '{verb}:' what it is and its id: {string.Join(", or ", kinds.Select(known => $"{known}/…"))}.");
            return null;
        }
        if (kind == "record" && id != index.Record)
            errors.Add(at, $"This is the dossier of record '{index.Record}': write record/{index.Record}.");
        return (kind, kind switch { "source" => index.Source(id, at), "authority" => index.Authority(id, at), _ => id });
    }
}
