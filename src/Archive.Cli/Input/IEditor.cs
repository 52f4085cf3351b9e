namespace Archive.Cli.Input;

/// <summary>The editor of the person who types.</summary>
internal interface IEditor
{
    /// <summary>Lets them change a text.</summary>
    /// <returns>The text as they left it.</returns>
    Task<string> EditAsync(string text, string fileName, CancellationToken cancellationToken);
}
