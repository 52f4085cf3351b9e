using Archive.EventLog;

namespace Archive.IntegrationTests.EventLog;

/// <summary>A server of one test's own, with a log in it.</summary>
internal interface ITestLogServer : IAsyncDisposable
{
    /// <summary>The log as one process has it; ends with <see cref="IAsyncDisposable"/>.</summary>
    IEventLog Open();

    /// <summary>Breaks every connection; the server goes on.</summary>
    Task DisconnectAsync();

    /// <summary>Takes the server away in good order.</summary>
    Task StopAsync();

    /// <summary>As by a loss of power, in the middle of whatever it does.</summary>
    Task DieAsync();

    Task StartAsync();
}
