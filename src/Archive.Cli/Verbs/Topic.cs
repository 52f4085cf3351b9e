using System.CommandLine;

namespace Archive.Cli.Verbs;

/// <summary>A word that verbs stand under.</summary>
internal sealed class Topic(string name, string description) : Command(name, description);
