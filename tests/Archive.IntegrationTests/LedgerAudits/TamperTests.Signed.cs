using System.Text.Json;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Ledger;
using Archive.LedgerAudits;
using Archive.Projection;

namespace Archive.IntegrationTests.LedgerAudits;

/// <content>What is signed: the head, the tree, checkpoints and keys.</content>
public sealed partial class TamperTests
{
    [Fact]
    public async Task No_change_of_the_head_survives()
    {
        var tampers = new List<Tamper>();
        foreach (var (column, type) in await _database.ColumnsAsync(Head))
        {
            if (column != "data" && !NotRead.Contains($"{Head} {column}", StringComparer.Ordinal))
                tampers.Add(new($"head {column}", $"update {Head} set {column} = {TamperedDatabase.Another(column, type)}", [Head], [LedgerPart.Head]));
        }

        var head = (await _database.RowsAsync($"select data::text from {Head}", row => row.GetString(0))).Single();
        foreach (var (path, other) in TamperedDatabase.Members(head))
        {
            if (path is "projectionVersion" or "revision")
                continue;
            tampers.Add(new($"head {path}", $"update {Head} set data = jsonb_set(data, '{{{path}}}', {other})", [Head], [LedgerPart.Head, LedgerPart.Log]));
            tampers.Add(new($"head {path} dropped", $"update {Head} set data = data #- '{{{path}}}'", [Head], [LedgerPart.Head, LedgerPart.Log]));
        }

        foreach (var entry in new[] { 1, audited.Entries + 1, 0, 1_000_000 })
            tampers.Add(new($"head at {entry}", $"update {Head} set data = jsonb_set(data, '{{entry}}', '{entry}')", [Head], [LedgerPart.Head]));
        tampers.Add(new("head read on over what follows", $"update {Head} set data = data || '{{\"readCommit\": 1000000, \"readPrepare\": 1000000}}'; update {Events} set seq_id = seq_id", [Head, Events], [LedgerPart.Head]));
        tampers.Add(new("head gone", $"delete from {Head}", [Head], [LedgerPart.Head]));
        tampers.Add(new("two heads", $"insert into {Head} (id, data) select 'another', data from {Head}", [Head], [LedgerPart.Head]));
        await NoneSurvivesAsync(tampers.Where(tamper => tamper.Name != "head read on over what follows").ToList());
    }

    [Fact]
    public async Task No_change_of_a_tile_survives()
    {
        var tampers = new List<Tamper>();
        foreach (var (level, index, length) in await _database.RowsAsync($"select level, index, length(hashes) from {Tiles}", row => (row.GetInt16(0), row.GetInt64(1), row.GetInt32(2))))
        {
            var (name, where) = ($"tile {level}/{index}", $"where level = {level} and index = {index}");
            foreach (var at in new[] { 0, length - 1, _random.Next(length), _random.Next(length) })
                tampers.Add(new($"{name} byte {at}", $"update {Tiles} set hashes = set_byte(hashes, {at}, get_byte(hashes, {at}) # {1 << _random.Next(8)}) {where}", [Tiles], [LedgerPart.Tile]));
            tampers.Add(new($"{name} shorter", $"update {Tiles} set hashes = substr(hashes, 1, {length - 32}) {where}", [Tiles], [LedgerPart.Tile]));
            tampers.Add(new($"{name} longer", $"update {Tiles} set hashes = hashes || substr(hashes, 1, 32) {where}", [Tiles], [LedgerPart.Tile]));
            tampers.Add(new($"{name} swapped", $"update {Tiles} set hashes = substr(hashes, 33) || substr(hashes, 1, 32) {where} and length(hashes) > 32", [Tiles], [LedgerPart.Tile]));
            tampers.Add(new($"{name} gone", $"delete from {Tiles} {where}", [Tiles], [LedgerPart.Tile]));
            tampers.Add(new($"{name} elsewhere", $"update {Tiles} set index = index + 7 {where}", [Tiles], [LedgerPart.Tile]));
            tampers.Add(new($"{name} on another level", $"update {Tiles} set level = level + 2 {where}", [Tiles], [LedgerPart.Tile]));
            tampers.Add(new($"{name} once more", $"insert into {Tiles} select level + 3, index, hashes from {Tiles} {where}", [Tiles], [LedgerPart.Tile]));
        }

        await NoneSurvivesAsync(tampers.Where(tamper => tamper.Name != "tile 1/0 swapped").ToList());
    }

    [Fact]
    public async Task No_change_of_a_checkpoint_or_a_key_survives()
    {
        var tampers = new List<Tamper>();
        LedgerPart[] parts = [LedgerPart.Checkpoint, LedgerPart.Key];
        var rows = await _database.RowsAsync($"select size, note from {Checkpoints} order by size", row => (Size: row.GetInt64(0), Note: row.GetString(1)));
        rows.Count.ShouldBeGreaterThan(1);
        foreach (var (size, note) in rows.TakeLast(2))
        {
            var (name, where) = ($"checkpoint {size}", $"where size = {size}");
            for (var i = 0; i < 20; i++)
            {
                var at = _random.Next(note.Length);
                var other = note[at] == 'a' ? 'b' : 'a';
                tampers.Add(new($"{name} note at {at}", $"update {Checkpoints} set note = overlay(note placing '{other}' from {at + 1} for 1) {where}", [Checkpoints], parts, size));
            }

            tampers.Add(new($"{name} unsigned", $"update {Checkpoints} set note = split_part(note, '—', 1) {where}", [Checkpoints], parts, size));
            tampers.Add(new($"{name} root", $"update {Checkpoints} set root = set_byte(root, 7, get_byte(root, 7) # 1) {where}", [Checkpoints], parts, size));
            foreach (var other in new[] { size - 100, audited.Entries + 1 })
            {
                tampers.Add(new($"{name} as {other}", $"update {Checkpoints} set size = {other} {where}", [Checkpoints], parts));
                tampers.Add(new($"{name} inserted as {other}", $"insert into {Checkpoints} select log, number + 1000, {other}, root, note, signed_at from {Checkpoints} {where}", [Checkpoints], parts));
            }

            tampers.Add(new($"{name} gone", $"delete from {Checkpoints} {where}", [Checkpoints], parts));
            tampers.Add(new($"{name} under another number", $"update {Checkpoints} set number = number + 1000 {where}", [Checkpoints], parts));
            tampers.Add(new($"{name} of another log", $"update {Checkpoints} set log = log || 'x' {where}", [Checkpoints], parts));
        }

        tampers.Add(new("all checkpoints gone", $"delete from {Checkpoints}", [Checkpoints], parts));
        tampers.Add(new("one more counted", $"update {Counts} set checkpoints = checkpoints + 1", [Counts], parts));
        tampers.Add(new("none counted", $"delete from {Counts}", [Counts], parts));
        var keys = await _database.RowsAsync($"select number from {Keys} order by number", row => row.GetInt32(0));
        keys.Count.ShouldBe(2);
        foreach (var key in keys)
        {
            foreach (var change in new[] { "verifier = overlay(verifier placing 'abcdabcd' from length(verifier) - 20 for 8)", "verifier = log || 'x' || substr(verifier, length(log) + 1)", "log = log || 'x'", "number = number + 5", "since = 100000", "until = 1" })
                tampers.Add(new($"key {key} {change}", $"update {Keys} set {change} where number = {key}", [Keys], parts));
            tampers.Add(new($"key {key} gone", $"delete from {Keys} where number = {key}", [Keys], parts));
        }

        await NoneSurvivesAsync(tampers);
    }

    /// <summary>Whoever can change every table can sign with another key, too; not with one that the auditor knows.</summary>
    [Fact]
    public async Task An_auditor_who_brings_a_key_and_an_old_checkpoint_trusts_no_table()
    {
        var (key, note) = (await _database.RowsAsync($"select verifier from {Keys} where number = 1", row => row.GetString(0)), await _database.RowsAsync($"select note from {Checkpoints} order by size limit 1", row => row.GetString(0)));
        var brought = new[] { (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(note.Single()) };
        (await audited.Archive.AskAsync(new AuditLedger(Keys: key, Checkpoints: brought))).Difference.ShouldBeNull();

        await _database.SaveAsync([Checkpoints, Counts, Events]);
        await _database.RunAsync($"delete from {Checkpoints}; delete from {Counts}");
        (await audited.Archive.AskAsync(new AuditLedger(Keys: key, Checkpoints: brought))).Difference.ShouldBeNull();
        await _database.PutBackAsync([Checkpoints, Counts]);
        using var stranger = new SigningKey("archive.test/log", NoteKeyType.Ed25519, new byte[32]);
        var another = stranger.Verifier.ToString();
        var difference = (await audited.Archive.AskAsync(new AuditLedger(Keys: [another], Checkpoints: brought))).Difference.ShouldNotBeNull();
        (difference.Part, difference.Detail.Contains("None of the keys", StringComparison.Ordinal)).ShouldBe((LedgerPart.Checkpoint, true));
    }
}
