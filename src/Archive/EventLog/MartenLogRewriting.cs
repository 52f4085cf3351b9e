using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.EventLog;

/// <summary>A log on Marten beside the one in use, which takes its place when it is whole.</summary>
internal static class MartenLogRewriting
{
    public static void Add(IServiceCollection services) =>
        services.AddSingleton<IEventLog>(provider => new MartenEventLog(provider.GetRequiredService<NpgsqlDataSource>(), MartenLogTables.Rewritten));
}
