using Archive.Cli.Complaints;
using Archive.Evidence.Texts;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Cli.Opening;

/// <summary>How captures are taken in: how large they may be, and that their text is taken out by this program in a process of its own.</summary>
internal static class CaptureChoice
{
    /// <exception cref="UsageException">The limit is not one.</exception>
    public static Action<IServiceCollection> Of(Func<string, string?> variable)
    {
        var limit = CaptureLimit.Usual;
        if (variable(CaptureLimit.Variable) is { Length: > 0 } text && !CaptureLimit.TryParse(text, out limit))
            throw new UsageException($"{CaptureLimit.Variable} is '{text}', which is no size. Write a number of bytes, or of kB, MB or GB, such as 250 MB.");
        return services =>
        {
            services.AddSingleton(limit);
            if (Program() is { } program)
                services.AddSingleton(program);
        };
    }

    /// <summary>Where this program was started by dotnet, its own file comes first.</summary>
    private static ExtractionProgram? Program()
    {
        if (Environment.ProcessPath is not { } path)
            return null;
        var own = typeof(CaptureChoice).Assembly.Location;
        return Path.GetFileNameWithoutExtension(path) == "dotnet" ? new ExtractionProgram(path, [own])
            : Path.GetFileNameWithoutExtension(path) == Path.GetFileNameWithoutExtension(own) ? new ExtractionProgram(path, [])
            : null;
    }
}
