using System.Text.Json;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.IntegrationTests.Cli;
using Archive.Ledger;
using Archive.LedgerAudits;
using Archive.Projection;

namespace Archive.IntegrationTests.LedgerAudits;

/// <summary>
/// Whatever is changed in the tables of the log and of the read models, an audit of the ledger finds and names it. What is tried is generated from the tables themselves, by a
/// fixed seed where all would be too much.
/// </summary>
[Trait(TestLog.Trait, TestLog.Marten)]
public sealed partial class TamperTests(AuditedArchive audited) : IClassFixture<AuditedArchive>
{
    private const string Events = "archive_log.mt_events";
    private const string Identity = "archive_log.identity";
    private const string Head = "archive_g1.mt_doc_ledger_head";
    private const string Checkpoints = "archive.ledger_checkpoint";
    private const string Counts = "archive.ledger_checkpoint_count";
    private const string Keys = "archive.ledger_key";
    private const string Tiles = "archive_g1.ledger_tile";

    /// <summary>Marten's own, of which nothing is read: the head's revision only fences off a projector that lost its lease.</summary>
    private static readonly string[] NotRead = [$"{Head} mt_version", $"{Head} mt_last_modified", $"{Head} mt_dotnet_type"];

    private static readonly LedgerPart[] OfLog = [LedgerPart.Event, LedgerPart.Log, LedgerPart.Head];

    private readonly TamperedDatabase _database = new(audited.Archive.Database);
    private readonly Random _random = new(20261124);

    [Fact]
    public async Task No_change_of_an_event_survives()
    {
        var tampers = new List<Tamper>();
        var events = await _database.RowsAsync(
            $"select seq_id, row_number() over (order by seq_id), type::text, data::text, headers::text from {Events}",
            row => (Sequence: row.GetInt64(0), Entry: row.GetInt64(1), Type: row.GetString(2), Data: row.GetString(3), Headers: row.GetString(4)));
        foreach (var (column, type) in await _database.ColumnsAsync(Events))
        {
            if (type == "jsonb")
                continue;
            var (sequence, entry) = Pick(events, row => (row.Sequence, row.Entry));
            tampers.Add(column switch
            {
                // To the end, and behind the head: where the event was is another's.
                "seq_id" => new($"event {entry} {column}", $"update {Events} set seq_id = {events.Count + 10_000} where seq_id = {sequence}", [Events], OfLog, entry),
                "timestamp" => new($"event {entry} {column}", $"update {Events} set {column} = {column} + interval '61 seconds' where seq_id = {sequence}", [Events], OfLog, entry),
                "stream_id" => new($"event {entry} {column}", $"update {Events} set stream_id = (select stream_id from {Events} where seq_id = {Pick(events, row => row.Sequence)} limit 1), version = version + 500 where seq_id = {sequence}", [Events], OfLog, entry),
                _ => new($"event {entry} {column}", $"update {Events} set {column} = {TamperedDatabase.Another(column, type)} where seq_id = {sequence}", [Events], OfLog, entry),
            });
        }

        var members = events.SelectMany(row =>
            TamperedDatabase.Members(row.Data).Select(member => (row.Sequence, row.Entry, Kind: $"{row.Type} {TamperedDatabase.KindOf(member.Path)}", Column: "data", member.Path, member.Other))
                .Concat(TamperedDatabase.Members(row.Headers).Select(member => (row.Sequence, row.Entry, Kind: TamperedDatabase.KindOf(member.Path), Column: "headers", member.Path, member.Other))));
        foreach (var kind in members.GroupBy(member => (member.Column, member.Kind)).OrderBy(kind => kind.Key.Column == "headers" ? 0 : 1).ThenBy(_ => _random.Next()).Take(80))
        {
            var member = Pick(kind.ToArray(), each => each);
            var name = $"event {member.Entry} {member.Column} {member.Path}";
            tampers.Add(new(name, $"update {Events} set {member.Column} = jsonb_set({member.Column}, '{{{member.Path}}}', {member.Other}) where seq_id = {member.Sequence}", [Events], OfLog, member.Entry));
            if (tampers.Count % 3 == 0 || member.Column == "headers")
                tampers.Add(new($"{name} dropped", $"update {Events} set {member.Column} = {member.Column} #- '{{{member.Path}}}' where seq_id = {member.Sequence}", [Events], OfLog, member.Entry));
        }

        foreach (var column in new[] { "data", "headers" })
        {
            var (sequence, entry) = Pick(events, row => (row.Sequence, row.Entry));
            tampers.Add(new($"event {entry} {column} more", $"update {Events} set {column} = {column} || '{{\"more\": 1}}' where seq_id = {sequence}", [Events], OfLog, entry));
            tampers.Add(new($"event {entry} {column} of another", $"update {Events} set {column} = (select {column} from {Events} where seq_id <> {sequence} order by seq_id limit 1) where seq_id = {sequence}", [Events], OfLog, entry));
        }

        await NoneSurvivesAsync(tampers);
    }

    [Fact]
    public async Task No_event_that_is_dropped_inserted_repeated_or_moved_survives()
    {
        var sequences = await _database.RowsAsync($"select seq_id from {Events} order by seq_id", row => row.GetInt64(0));
        var count = sequences.Count;
        var tampers = new List<Tamper>();
        foreach (var entry in new[] { 1, 2, 1 + _random.Next(count), 1 + _random.Next(count), 256, 257, count })
            tampers.Add(new($"event {entry} dropped", $"delete from {Events} where seq_id = {sequences[entry - 1]}", [Events], OfLog, entry));
        foreach (var left in new[] { count - 1, count / 2, 256, 1, 0 })
            tampers.Add(new($"log truncated to {left}", $"delete from {Events} where seq_id > {(left == 0 ? 0 : sequences[left - 1])}", [Events], OfLog, left + 1));
        foreach (var entry in new[] { 1, 1 + _random.Next(count), 255, count - 1 })
        {
            var another = entry == 1 ? 2 : 1 + _random.Next(entry - 1);
            tampers.Add(new(
                $"events {another} and {entry} swapped",
                $"update {Events} set seq_id = -seq_id where seq_id in ({sequences[entry - 1]}, {sequences[another - 1]}); update {Events} set seq_id = {sequences[entry - 1] + sequences[another - 1]} + seq_id where seq_id < 0",
                [Events],
                OfLog,
                Math.Min(entry, another)));
        }

        foreach (var entry in new[] { 1, 1 + _random.Next(count), 256, count })
        {
            // What stands behind makes room.
            var room = $"update {Events} set seq_id = -seq_id where seq_id >= {sequences[entry - 1]}; update {Events} set seq_id = 1 - seq_id where seq_id < 0;";
            var columns = string.Join(", ", (await _database.ColumnsAsync(Events)).Select(column => column.Name).Where(name => name is not ("seq_id" or "id" or "version")));
            var from = sequences[Math.Max(0, entry - 2)] + (entry == 1 ? 1 : 0);
            tampers.Add(new(
                $"event inserted before {entry}",
                $"{room} insert into {Events} (seq_id, id, version, {columns}) select {sequences[entry - 1]}, '00000000-0000-5000-8000-000000000001', version + 1000, {columns} from {Events} where seq_id = {from}",
                [Events],
                OfLog,
                entry));
            tampers.Add(new(
                $"event inserted before {entry} with revision 0 of a new stream",
                $"{room} insert into archive_log.mt_streams (id, version) values ('source/forged', 1); insert into {Events} (seq_id, id, version, {columns.Replace("stream_id, ", "", StringComparison.Ordinal)}, stream_id) select {sequences[entry - 1]}, '00000000-0000-5000-8000-000000000002', 1, {columns.Replace("stream_id, ", "", StringComparison.Ordinal)}, 'source/forged' from {Events} where seq_id = {from}",
                ["archive_log.mt_streams", Events],
                OfLog,
                entry));
        }

        foreach (var (column, type) in await _database.ColumnsAsync(Identity))
        {
            if (column is "log_id" or "name")
                tampers.Add(new($"log {column}", $"update {Identity} set {column} = {TamperedDatabase.Another(column, type)}", [Identity], OfLog));
        }

        await NoneSurvivesAsync(tampers);
    }

    [Theory]
    [InlineData("ledger_entry", LedgerPart.Entry)]
    [InlineData("stream_reference", LedgerPart.Reference)]
    [InlineData("record_version", LedgerPart.Version)]
    [InlineData("authority_version", LedgerPart.Version)]
    [InlineData("source_version", LedgerPart.Version)]
    [InlineData("claim_version", LedgerPart.Version)]
    [InlineData("actor_version", LedgerPart.Version)]
    [InlineData("key_version", LedgerPart.Version)]
    public async Task No_change_of_a_document_survives(string kind, LedgerPart part)
    {
        var table = $"archive_g1.mt_doc_{kind}";
        var rows = await _database.RowsAsync($"select id::text, data::text from {table} order by id", row => (Id: row.GetString(0), Data: row.GetString(1)));
        rows.Count.ShouldBeGreaterThan(2);
        var tampers = new List<Tamper>();
        foreach (var (column, type) in await _database.ColumnsAsync(table))
        {
            if (column == "data")
                continue;
            var id = Pick(rows, row => row.Id);
            var name = column == "id" ? null : id;
            tampers.Add(new($"{table} {id} {column}", $"update {table} set {column} = {(column == "id" && type == "bigint" ? "id + 100000" : column == "to_entry" ? $"case when to_entry > 1000000 then from_entry + 1 else {IVersion.Open} end" : TamperedDatabase.Another(column, type))} where id::text = '{id}'", [table], [part], Row: name));
            if (column is "to_entry" or "from_entry" or "first_entry" or "node")
            {
                foreach (var change in new[] { $"{column} - 1", $"{column} + 1", "1", "0" })
                    tampers.Add(new($"{table} {id} {column} = {change}", $"update {table} set {column} = {change} where id::text = '{id}' and {column} <> {change} and {column} < {IVersion.Open}; update {table} set {column} = {column} - 1 where id::text = '{id}' and {column} = {IVersion.Open}", [table], [part]));
            }
        }

        var members = rows.SelectMany(row => TamperedDatabase.Members(row.Data).Select(member => (row.Id, Kind: TamperedDatabase.KindOf(member.Path), member.Path, member.Other)));
        foreach (var each in members.GroupBy(member => member.Kind).OrderBy(_ => _random.Next()).Take(24))
        {
            var member = Pick(each.ToArray(), one => one);
            tampers.Add(new($"{table} {member.Id} {member.Path}", $"update {table} set data = jsonb_set(data, '{{{member.Path}}}', {member.Other}) where id::text = '{member.Id}'", [table], [part], Row: member.Id));
            if (tampers.Count % 4 == 0)
                tampers.Add(new($"{table} {member.Id} {member.Path} dropped", $"update {table} set data = data #- '{{{member.Path}}}' where id::text = '{member.Id}'", [table], [part], Row: member.Id));
        }

        foreach (var id in new[] { rows[0].Id, rows[^1].Id, Pick(rows, row => row.Id) })
            tampers.Add(new($"{table} {id} deleted", $"delete from {table} where id::text = '{id}'", [table], [part], Row: id));
        var columns = string.Join(", ", (await _database.ColumnsAsync(table)).Select(column => column.Name).Where(name => name != "id"));
        var (another, first) = (part == LedgerPart.Entry ? "id + 100000" : "id || 'x'", Pick(rows, row => row.Id));
        tampers.Add(new($"{table} {first} inserted again", $"insert into {table} (id, {columns}) select {another}, {columns} from {table} where id::text = '{first}'", [table], [part]));
        tampers.Add(new($"{table} {first} more", $"update {table} set data = data || '{{\"more\": null}}' where id::text = '{first}'", [table], [part], Row: first));
        if (part == LedgerPart.Version)
        {
            tampers.Add(new($"{table} a document of the last entry", $"insert into {table} (id, {columns}) select '{kind[..^8]}/forged@{audited.Entries}', {columns.Replace("from_entry", $"{audited.Entries}", StringComparison.Ordinal)} from {table} where id::text = '{first}'".Replace($"(id, {columns.Replace("from_entry", $"{audited.Entries}", StringComparison.Ordinal)})", $"(id, {columns})", StringComparison.Ordinal), [table], [part]));
            tampers.Add(new($"{table} a document behind the head", $"insert into {table} (id, {columns}) select id || 'x', {columns.Replace("from_entry", $"{audited.Entries + 1}", StringComparison.Ordinal)} from {table} where id::text = '{first}'", [table], [part]));
            tampers.Add(new($"{table} {first} number of another form", $"update {table} set data = jsonb_set(data, '{{fromEntry}}', (data ->> 'fromEntry' || '.0')::jsonb) where id::text = '{first}'", [table], [part], Row: first));
        }

        // Whether a digest in the entry or what it is of was changed cannot be told where no leaf has it.
        await NoneSurvivesAsync(part != LedgerPart.Entry ? tampers : [.. tampers.Select(tamper => tamper.Name.Contains("envelopeDigest", StringComparison.Ordinal) ? tamper with { Parts = [part, LedgerPart.Event], Row = null } : tamper)]);
    }

    [Fact]
    public async Task The_command_ends_with_0_where_nothing_differs_and_with_1_where_something_does()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s1");
        await archive.ReopenAsync();
        var sound = await ArchiveProcess.RunAsync(archive.ConnectionString, "audit", "ledger", "--json");
        (sound.Code, sound.Output.Contains("\"sound\": true", StringComparison.Ordinal)).ShouldBe((0, true), sound.Output + sound.Error);

        await archive.Tampering.RetitleAsync("s1");
        var changed = await ArchiveProcess.RunAsync(archive.ConnectionString, "audit", "ledger");
        (changed.Code, changed.Output.ReplaceLineEndings(" ").Contains("The event of entry 1 was changed in the log", StringComparison.Ordinal)).ShouldBe((1, true), changed.Output + changed.Error);
    }

    [Fact]
    public async Task An_entry_that_was_forged_whole_is_told_from_a_changed_log()
    {
        const string Entries = "archive_g1.mt_doc_ledger_entry";
        var entry = JsonSerializer.Deserialize<LedgerEntry>((await _database.RowsAsync($"select data::text from {Entries} where id = 40", row => row.GetString(0))).Single(), ArchiveJson.Options)!;
        var leaf = new LedgerLeaf(entry.Id, entry.EventId, entry.Type, entry.RecordedAt, Sha256Digest.Of([1]), Sha256Digest.Parse(entry.MetadataDigest));
        await NoneSurvivesAsync(
        [
            new("entry 40 forged", $"update {Entries} set data = data || '{{\"payloadDigest\": \"{leaf.PayloadDigest}\", \"leafHash\": \"{leaf.ToHash()}\"}}' where id = 40", [Entries], [LedgerPart.Entry], 40, "40"),
        ]);
    }

    private T Pick<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> of) => of(rows[_random.Next(rows.Count)]);

    private async Task NoneSurvivesAsync(IReadOnlyList<Tamper> tampers)
    {
        await _database.SaveAsync(tampers.SelectMany(tamper => tamper.Tables).Distinct(StringComparer.Ordinal));
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var tamper in tampers)
        {
            try
            {
                if (await _database.RunAsync(tamper.Sql) == 0)
                    continue;
                tried++;
                if (tamper.Misjudged(await audited.AuditAsync(batch: 64)) is { } misjudged)
                    wrong.Add(misjudged);
            }
            catch (Exception e)
            {
                wrong.Add($"{tamper.Name}: {e.GetType().Name} {e.Message}");
            }
            finally
            {
                await _database.PutBackAsync(tamper.Tables);
            }
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(tampers.Count * 9 / 10);
        var audit = await audited.AuditAsync();
        audit.Difference.ShouldBeNull($"put back, and {audit.Difference}");
    }
}
