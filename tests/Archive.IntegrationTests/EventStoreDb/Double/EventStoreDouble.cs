using System.Net;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>
/// A double of EventStoreDB for tests: it speaks the protocol of server 23.10.6 on a port of 127.0.0.1, in this process, keeps its log in memory, and
/// goes wrong on demand. <b>It is no event log:</b> nothing it holds outlives the process, and it lives among the tests so that no host can choose it.
/// One double serves any number of archives, apart by their prefixes, and tests in parallel each have their own.
/// </summary>
internal sealed class EventStoreDouble : IAsyncDisposable
{
    private readonly EventStoreDoubleOptions _options;
    private readonly DoubleState _state;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private WebApplication? _host;
    private TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EventStoreDouble(EventStoreDoubleOptions options)
    {
        _options = options;
        _state = new DoubleState(new DoubleLog(options.Time), new DoubleFaults(), new DoubleConnections(), new DoubleAccess(options.Users))
        {
            Die = () => _ = Task.Run(DieAsync),
        };
    }

    public DoubleFaults Faults => _state.Faults;

    /// <summary>The log itself, to look at and to write behind everybody's back.</summary>
    public DoubleLog Log => _state.Log;

    public int Port => _state.Port;

    public Uri Address => new($"{(_options.Tls ? "https" : "http")}://127.0.0.1:{Port}");

    /// <summary>With the first user's credentials, where there are users.</summary>
    public string ConnectionString
    {
        get
        {
            var user = _options.Users is [var first, ..] ? $"{Uri.EscapeDataString(first.Name)}:{Uri.EscapeDataString(first.Password)}@" : "";
            return $"esdb://{user}127.0.0.1:{Port}?{(_options.Tls ? "tls=true&tlsVerifyCert=false" : "tls=false")}";
        }
    }

    /// <summary>Whom gossip names; null for the double alone, as leader.</summary>
    public IReadOnlyList<DoubleMember>? Members
    {
        get => _state.Members;
        set => _state.Members = value;
    }

    /// <summary>Ends when <see cref="DoubleFaults.DieAfter"/> has come true and the port is closed.</summary>
    public Task Died => _died.Task;

    public static async Task<EventStoreDouble> StartAsync(EventStoreDoubleOptions? options = null)
    {
        var server = new EventStoreDouble(options ?? new EventStoreDoubleOptions());
        // No log is empty, nor begins with an event: a server writes of itself first.
        server.Log.PutRecord();
        server.PutSystem(2);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Writes events of somebody else into $all.</summary>
    public void PutForeign(string stream = "orders-1", int count = 1, string type = "order-placed")
    {
        var data = ByteString.CopyFrom("""{"somebody":"else"}""", Encoding.UTF8);
        for (var i = 0; i < count; i++)
            Log.Append(stream, ExpectedRevision.Any, [new ProposedEvent(Guid.NewGuid(), type, IsJson: true, data, ByteString.Empty)]);
    }

    /// <summary>Writes events of the server itself into $all, each with a record that is no event before it.</summary>
    public void PutSystem(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            Log.PutRecord();
            PutForeign("$stats-127.0.0.1:2113", 1, "$statsCollected");
        }
    }

    /// <summary>Resets every connection, and with it every open call; the port stays open.</summary>
    public void ResetConnections() => _state.Connections.ResetAll();

    /// <summary>Takes the server away: open calls are reset, then connections are refused. What it holds stays.</summary>
    public async Task StopAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_host is not { } host)
                return;
            _host = null;
            _state.Connections.ResetAll();
            await host.StopAsync(new CancellationToken(canceled: true));
            _state.Connections.ResetAll();
            await host.DisposeAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Brings the server back on the same port with what it held.</summary>
    public async Task StartAgainAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_host is not null)
                return;
            Faults.Revive();
            if (_died.Task.IsCompleted)
                _died = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _host = await ListenAsync();
            _state.Port = new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _turn.Dispose();
    }

    private async Task DieAsync()
    {
        var died = _died;
        await StopAsync();
        died.TrySetResult();
    }

    // While the server is away somebody's outgoing connection can hold its port for a moment.
    private async Task<WebApplication> ListenAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var host = Build();
            try
            {
                await host.StartAsync();
                return host;
            }
            catch (IOException) when (attempt < 100)
            {
                await host.DisposeAsync();
                await Task.Delay(100);
            }
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Listen(IPAddress.Loopback, _state.Port, Listen);
        });
        builder.Services.AddRouting();
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = 16 * 1024 * 1024);
        builder.Services.AddSingleton(_state);
        var host = builder.Build();
        host.Use((context, next) => _state.Access.AuthenticateAsync(context, _ => next(context)));
        host.MapGrpcService<StreamsDouble>();
        host.MapGrpcService<ServerFeaturesDouble>();
        host.MapGrpcService<GossipDouble>();
        return host;
    }

    private void Listen(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http2;
        listen.Use(next => connection => _state.Connections.HoldAsync(connection, next));
        if (_options.Tls)
            listen.UseHttps(DoubleCertificate.Make(_options.Time.GetUtcNow()));
    }
}
