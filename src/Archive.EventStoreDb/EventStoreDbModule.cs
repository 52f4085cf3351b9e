using Archive.EventLog;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.EventStoreDb;

/// <summary>Puts the event log on EventStoreDB or KurrentDB.</summary>
public static class EventStoreDbModule
{
    /// <param name="services">The services of an archive, before the archive's own.</param>
    /// <param name="connectionString">
    /// As the client's documentation has it: <c>esdb://user:password@host:2113?tls=true</c>, <c>esdb+discover://…</c> for a cluster, or <c>kurrentdb://…</c>.
    /// </param>
    /// <param name="prefix">Of the names of all streams: small letters, digits and hyphens. Archives that share a server have different ones.</param>
    /// <exception cref="FormatException">One of them is malformed; no password is in the message.</exception>
    public static IServiceCollection AddEventStoreDb(this IServiceCollection services, string connectionString, string prefix)
    {
        var place = EventStoreDbPlace.Parse(connectionString, prefix);
        return services.AddSingleton<IEventLog>(provider => new EventStoreDbEventLog(place, provider.GetRequiredService<TimeProvider>()));
    }
}
