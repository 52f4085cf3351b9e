using System.Net;
using System.Net.Sockets;

namespace Archive.IntegrationTests.Publications;

/// <summary>A web server that serves a folder over real HTTP, or does to a path what a test wants.</summary>
internal sealed class StaticSite : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;

    public StaticSite(string folder)
    {
        _folder = folder;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/log/");
        }

        _listener.Prefixes.Add(Address.GetLeftPart(UriPartial.Authority) + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>Answers a path otherwise; null serves the file.</summary>
    public Func<string, HttpListenerResponse, Task>? Instead { get; set; }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = AnswerAsync(context);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath["/log/".Length..];
        try
        {
            if (Instead is { } instead)
                await instead(path, context.Response);
            else if (Path.Combine(_folder, path) is var file && File.Exists(file))
                await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
            else
                context.Response.StatusCode = 404;
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
        {
            // Who asked is gone.
        }
    }
}
