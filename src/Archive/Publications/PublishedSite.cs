using System.Net;

namespace Archive.Publications;

/// <summary>A log that is published on the web.</summary>
public sealed class PublishedSite : IPublishedLog
{
    private readonly HttpClient _http;
    private readonly TimeSpan _timeout;

    /// <param name="address">The prefix under which its checkpoint lies; http or https.</param>
    /// <param name="timeout">How long one file may take, its last byte included.</param>
    public PublishedSite(Uri address, TimeSpan timeout)
    {
        _timeout = timeout;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = timeout,
            MaxAutomaticRedirections = 3,
            UseCookies = false,
            // Hashes do not compress, and a few bytes must not become many.
            AutomaticDecompression = DecompressionMethods.None,
        };
        _http = new HttpClient(handler)
        {
            BaseAddress = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
        _http.DefaultRequestHeaders.CacheControl = new() { NoCache = true };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("archive-ledger-watch");
    }

    public async Task<ReadOnlyMemory<byte>?> FindAsync(string path, int longest, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(_timeout);
        try
        {
            using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, enough.Token);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                return null;
            if (!response.IsSuccessStatusCode)
                throw Away(path, $"the server answers {(int)response.StatusCode}");
            await using var stream = await response.Content.ReadAsStreamAsync(enough.Token);
            return await BoundedBytes.ReadAsync(stream, longest, enough.Token) ?? throw Away(path, $"it is longer than {longest:N0} bytes, which it cannot be");
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Away(path, $"it did not arrive within {_timeout.TotalSeconds:N0} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException and not PublishedLogAwayException)
        {
            throw Away(path, e.Message.TrimEnd('.'), e);
        }
    }

    public void Dispose() => _http.Dispose();

    private PublishedLogAwayException Away(string path, string why, Exception? cause = null) => new($"{_http.BaseAddress}{path} cannot be read: {why}.", cause);
}
