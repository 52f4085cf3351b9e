using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>Reads a file of lines, each ended by a line feed, in memory of the longest line.</summary>
internal sealed class BagLines(BagFile file, int longest, BagFindings findings) : IAsyncDisposable
{
    private readonly Stream _stream = file.Open();
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _filled;
    private bool _isOver;

    public string File => file.Path;

    /// <summary>Of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <returns>The next line without its end, until the next call; null at the end, and where it cannot be read on, which is then noted.</returns>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = _start;
        while (!_isOver)
        {
            var length = _buffer.AsSpan(searched, _filled - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _buffer.AsMemory(_start, searched + length - _start);
                _start = searched + length + 1;
                Number++;
                return line;
            }

            searched = await FillAsync(cancellationToken);
        }

        return null;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <returns>Where to search on.</returns>
    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        var pending = _filled - _start;
        if (pending > longest)
            return End(pending, $"The line is longer than {longest:N0} bytes.");
        if (_filled == _buffer.Length)
        {
            var larger = pending > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
            _buffer.AsSpan(_start, pending).CopyTo(larger);
            (_buffer, _start, _filled) = (larger, 0, pending);
        }

        var read = 0;
        try
        {
            read = await _stream.ReadAsync(_buffer.AsMemory(_filled), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return End(pending, $"It cannot be read: {e.Message}");
        }

        if (read == 0)
            return End(pending, pending == 0 ? null : "The line is not ended by a line feed.");
        _filled += read;
        return _filled - read;
    }

    private int End(int pending, string? wrong)
    {
        _isOver = true;
        if (wrong is not null)
            findings.Add(BagCheck.Canonical, file.Path, Number + 1, wrong);
        return pending;
    }
}
