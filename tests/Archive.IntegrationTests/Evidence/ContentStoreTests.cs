using System.Security.Cryptography;
using Archive.Evidence;
using CsCheck;
using Npgsql;

namespace Archive.IntegrationTests.Evidence;

[Trait("Log", "none")]
public sealed class ContentStoreTests : IAsyncLifetime
{
    private const long NoLimit = long.MaxValue;

    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;
    private PostgresContentStore _contents = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
        _contents = new PostgresContentStore(_source);
        await _contents.PrepareAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Sizes around the bounds of chunks, and anything in between.</summary>
    [Fact]
    public async Task Bytes_come_out_as_they_went_in() => await Gen.Select(
        Gen.OneOf(Gen.Int[0, 40], Gen.Int[0, 5].SelectMany(chunks => Gen.Int[-2, 2].Select(near => Math.Max(0, (chunks * ContentTables.ChunkSize) + near))), Gen.Int[0, 5 * ContentTables.ChunkSize]),
        Gen.Int,
        Gen.Int[1, 100_000]).SampleAsync(
        async (size, seed, most) =>
        {
            var bytes = Bytes(size, seed);

            var stored = await _contents.PutAsync(new Dribble(bytes, most), bytes.Length, Cancellation);

            stored.ShouldBe(new StoredContent(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length));
            (await _contents.FindLengthAsync(stored!.Digest, Cancellation)).ShouldBe(bytes.Length);
            (await ReadAsync(stored.Digest)).AsSpan().SequenceEqual(bytes).ShouldBeTrue($"{size} bytes");
        },
        iter: 60,
        threads: 1);

    [Fact]
    public async Task One_byte_more_than_the_limit_leaves_nothing()
    {
        (await _contents.PutAsync(new MemoryStream(Bytes(200_001)), 200_000, Cancellation)).ShouldBeNull();

        (await CountAsync("content"), await CountAsync("chunk")).ShouldBe((0, 0));
        (await _contents.PutAsync(new MemoryStream(Bytes(200_001)), 200_001, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_stream_that_never_ends_is_read_as_far_as_the_limit()
    {
        var endless = new Dribble(null, 10_000);

        (await _contents.PutAsync(endless, 1_000_000, Cancellation)).ShouldBeNull();

        endless.Given.ShouldBeInRange(1_000_001, 1_000_000 + (2 * ContentTables.ChunkSize));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_leaves_nothing()
    {
        await Should.ThrowAsync<IOException>(() => _contents.PutAsync(new Dribble(null, 10_000) { BreaksAt = 500_000 }, NoLimit, Cancellation));

        (await CountAsync("content"), await CountAsync("chunk")).ShouldBe((0, 0));
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once_whoever_puts_them()
    {
        var bytes = Bytes(300_000);

        var stored = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _contents.PutAsync(new Dribble(bytes, 7_000), NoLimit, Cancellation)));

        stored.Distinct().Count().ShouldBe(1);
        (await CountAsync("content"), await CountAsync("chunk")).ShouldBe((1, (300_000 / ContentTables.ChunkSize) + 1));
        (await ReadAsync(stored[0]!.Digest)).ShouldBe(bytes);
    }

    [Fact]
    public async Task What_is_not_there_is_not_opened()
    {
        (await _contents.OpenAsync(new string('0', 64), Cancellation)).ShouldBeNull();
        (await _contents.OpenAsync("nonsense", Cancellation)).ShouldBeNull();
        (await _contents.ExistsAsync("nonsense", Cancellation)).ShouldBeFalse();
        (await _contents.DeleteAsync("nonsense", TimeSpan.Zero, Cancellation)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("update archive_content.chunk set bytes = set_byte(bytes, 17, get_byte(bytes, 17) # 1) where number = 2", "the digest of its bytes is")]
    [InlineData("delete from archive_content.chunk where number = 2", "bytes, not 300,000")]
    [InlineData("update archive_content.chunk set number = number + 10 where number = 1", "the digest of its bytes is")]
    [InlineData("delete from archive_content.chunk", "it has 0 bytes, not 300,000")]
    public async Task Altered_bytes_are_found_when_they_are_read_and_mended_by_putting_them_again(string damage, string problem)
    {
        var bytes = Bytes(300_000);
        var digest = (await _contents.PutAsync(new MemoryStream(bytes), NoLimit, Cancellation))!.Digest;
        await RunAsync(damage);

        var altered = await Should.ThrowAsync<ContentAlteredException>(() => ReadAsync(digest));
        altered.Digest.ShouldBe(digest);
        altered.Message.ShouldContain(problem);

        await _contents.PutAsync(new MemoryStream(bytes), NoLimit, Cancellation);
        (await ReadAsync(digest)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Whoever_reads_is_not_disturbed_by_whoever_puts_or_takes_the_same_bytes()
    {
        var bytes = Bytes(20_000_000);
        var digest = (await _contents.PutAsync(new MemoryStream(bytes), NoLimit, Cancellation))!.Digest;
        await using var reading = (await _contents.OpenAsync(digest, Cancellation))!;
        await reading.ReadExactlyAsync(new byte[1_000], Cancellation);

        await _contents.PutAsync(new MemoryStream(bytes), NoLimit, Cancellation);
        (await _contents.DeleteAsync(digest, TimeSpan.Zero, Cancellation)).ShouldBeTrue();

        var rest = new MemoryStream();
        await reading.CopyToAsync(rest, Cancellation);
        rest.ToArray().AsSpan().SequenceEqual(bytes.AsSpan(1_000)).ShouldBeTrue();
        (await CountAsync("content"), await CountAsync("chunk")).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Whoever_stops_reading_early_leaves_a_connection_that_others_can_use()
    {
        var digest = (await _contents.PutAsync(new MemoryStream(Bytes(20_000_000)), NoLimit, Cancellation))!.Digest;

        for (var i = 0; i < 5; i++)
        {
            await using var reading = (await _contents.OpenAsync(digest, Cancellation))!;
            await reading.ReadExactlyAsync(new byte[10], Cancellation);
        }

        (await ReadAsync(digest)).Length.ShouldBe(20_000_000);
    }

    [Fact]
    public async Task Only_what_nobody_put_for_long_enough_is_taken()
    {
        var digest = (await _contents.PutAsync(new MemoryStream(Bytes(10)), NoLimit, Cancellation))!.Digest;

        (await _contents.DeleteAsync(digest, TimeSpan.FromDays(1), Cancellation)).ShouldBeFalse();
        await RunAsync("update archive_content.content set used_at = used_at - interval '2 days'");
        await _contents.PutAsync(new MemoryStream(Bytes(10)), NoLimit, Cancellation);
        (await _contents.DeleteAsync(digest, TimeSpan.FromDays(1), Cancellation)).ShouldBeFalse();
        await RunAsync("update archive_content.content set used_at = used_at - interval '2 days'");
        (await _contents.DeleteAsync(digest, TimeSpan.FromDays(1), Cancellation)).ShouldBeTrue();

        (await CountAsync("content"), await CountAsync("chunk")).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Whoever_takes_what_somebody_is_just_putting_takes_all_of_it()
    {
        var digest = (await _contents.PutAsync(new MemoryStream(Bytes(10)), NoLimit, Cancellation))!.Digest;
        await using var putting = await _source.OpenConnectionAsync(Cancellation);
        await using var transaction = await putting.BeginTransactionAsync(Cancellation);
        await using (var put = new NpgsqlCommand("insert into archive_content.chunk select -1, number, bytes from archive_content.chunk", putting))
            await put.ExecuteNonQueryAsync(Cancellation);
        await using (var name = new NpgsqlCommand("with former as (delete from archive_content.chunk where content <> -1) update archive_content.content set number = -1", putting))
            await name.ExecuteNonQueryAsync(Cancellation);

        var taking = _contents.DeleteAsync(digest, TimeSpan.Zero, Cancellation);
        while (!await IsSomebodyWaitingAsync())
            await Task.Delay(5, Cancellation);
        await transaction.CommitAsync(Cancellation);

        (await taking).ShouldBeTrue();
        (await CountAsync("content"), await CountAsync("chunk")).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Everything_is_listed_in_the_order_of_digests()
    {
        await RunAsync("insert into archive_content.content (digest, number, length) select encode(sha256(i::text::bytea), 'hex'), -i, i from generate_series(1, 2500) i");

        var listed = await _contents.ListAsync(Cancellation).ToListAsync(Cancellation);

        listed.Count.ShouldBe(2500);
        listed.Select(content => content.Digest).SequenceEqual(listed.Select(content => content.Digest).Order(StringComparer.Ordinal)).ShouldBeTrue();
    }

    /// <summary>What holds a content in place by a key lock stands in the way of its end, and of nothing else.</summary>
    [Fact]
    public async Task A_key_lock_lets_the_same_bytes_in_and_none_out()
    {
        var digest = (await _contents.PutAsync(new MemoryStream(Bytes(10)), NoLimit, Cancellation))!.Digest;
        await using var holding = await _source.OpenConnectionAsync(Cancellation);
        await using var transaction = await holding.BeginTransactionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("select from archive_content.content for key share", holding))
            await hold.ExecuteNonQueryAsync(Cancellation);

        await _contents.PutAsync(new MemoryStream(Bytes(10)), NoLimit, Cancellation);
        var taking = _contents.DeleteAsync(digest, TimeSpan.Zero, Cancellation);
        while (!await IsSomebodyWaitingAsync())
            await Task.Delay(5, Cancellation);
        taking.IsCompleted.ShouldBeFalse();
        await transaction.CommitAsync(Cancellation);

        (await taking).ShouldBeTrue();
    }

    [Fact]
    public async Task Tables_are_made_once_whoever_opens_the_archive_at_once()
    {
        await RunAsync("drop schema archive_content cascade");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new PostgresContentStore(_source).PrepareAsync(Cancellation)));

        (await _contents.PutAsync(new MemoryStream(Bytes(10)), NoLimit, Cancellation)).ShouldNotBeNull();
    }

    /// <summary>A column's statistics hold samples of what was in it, and outlive it.</summary>
    [Fact]
    public async Task No_statistics_hold_content()
    {
        await using var command = _source.CreateCommand("select attstattarget from pg_attribute where attrelid = 'archive_content.chunk'::regclass and attname = 'bytes'");
        Convert.ToInt32(await command.ExecuteScalarAsync(Cancellation), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(0);
    }

    private static byte[] Bytes(int size, int seed = 1)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private async Task<byte[]> ReadAsync(string digest)
    {
        await using var reading = (await _contents.OpenAsync(digest, Cancellation)).ShouldNotBeNull();
        var read = new MemoryStream();
        await reading.CopyToAsync(read, Cancellation);
        return read.ToArray();
    }

    private async Task RunAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<long> CountAsync(string table)
    {
        await using var command = _source.CreateCommand($"select count(*) from archive_content.{table}");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task<bool> IsSomebodyWaitingAsync()
    {
        await using var command = _source.CreateCommand("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')");
        return await command.ExecuteScalarAsync(Cancellation) is true;
    }
}
