using System.Globalization;
using Archive.Domain;
using Archive.Domain.Ledger.Notes;

namespace Archive.Ledger;

/// <summary>
/// The private keys in a node's folder: a file <c>ID.key</c> each, one line as <see cref="SigningKey"/> writes it, which its owner alone may read (0600, in
/// a folder of 0700). Read anew for every use: what was mended counts at once, and no key stays in memory. No message names more than the path.
/// </summary>
internal sealed class KeyFiles(LedgerKeyFolder? folder = null)
{
    private const string Extension = ".key";

    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Whether this node may hold keys.</summary>
    public bool AreKept => folder is not null;

    /// <summary>The private half of a key that the ledger names.</summary>
    public KeyFileAnswer Find(VerifierKey named)
    {
        if (folder is null)
            return new(new Refusal("ledger-key-missing", $"This process was given no folder with the ledger's keys, and {Id(named)} signs its checkpoints. A node with that key's file signs them."));
        var read = ReadChecked(PathOf(named));
        if (read.Key is not { } key || key.Verifier.Equals(named))
            return read;
        key.Dispose();
        return new(new Refusal(
            "ledger-key-other", $"The file {PathOf(named)} holds another key than the ledger's {Id(named)}. Put that key's own file back; where it is lost, an administrator runs 'archive ledger key replace --lost'."));
    }

    /// <summary>A key of this name whose file was made, but which no ledger came to name: a crash stood between.</summary>
    /// <returns>The first by its file's name; null where there is none.</returns>
    public VerifierKey? FindUnnamed(string name)
    {
        // What is wrong with the folder is told where a key is to be made in it.
        if (folder is null || !Directory.Exists(folder.Path) || WhatIsWrong(folder.Path, isFolder: true) is not null)
            return null;
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*" + Extension).Order(StringComparer.Ordinal))
        {
            using var key = ReadChecked(path).Key;
            if (key is { Verifier: { Type: NoteKeyType.Ed25519 } verifier } && verifier.Name == name && PathOf(verifier) == path)
                return verifier;
        }

        return null;
    }

    /// <summary>Makes a key and its file, which is on the disk when this returns.</summary>
    /// <returns>The public half; or why no key can be made there.</returns>
    public (VerifierKey? Made, Refusal? WhyNot) Make(string name)
    {
        try
        {
            return WhyNoneCanBeMade(name) is { } why ? (null, why) : MakeFile(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new Refusal("ledger-key-unwritable", $"No key of the ledger can be made in {folder!.Path}: {e.Message} Make the folder writable for the user who runs the archive, or name another with ARCHIVE_LEDGER_KEYS."));
        }
    }

    /// <summary>What can be told without making one.</summary>
    /// <exception cref="IOException">The folder may not be looked at.</exception>
    public Refusal? WhyNoneCanBeMade(string name)
    {
        if (folder is null)
            return new("ledger-key-missing", "This process was given no folder for the ledger's keys, so it makes none. A node that has one does.");
        if (!KeyName.IsValid(name))
        {
            return new(
                "ledger-key-name",
                $"No key can have the log's name '{name}', which stands in its signatures: it may have no spaces, no + and no more than {KeyName.MaxLength} characters. The archive works as ever; its checkpoints are not signed.");
        }

        return Path.Exists(folder.Path) ? WhatIsWrong(folder.Path, isFolder: true) : null;
    }

    private (VerifierKey? Made, Refusal? WhyNot) MakeFile(string name)
    {
        if (!Directory.Exists(folder!.Path))
        {
            CreateFolder();
            if (Path.GetDirectoryName(folder.Path) is { Length: > 0 } parent)
                DurableFile.FlushFolder(parent);
        }

        if (WhatIsWrong(folder.Path, isFolder: true) is { } wrong)
            return (null, wrong);
        return (SigningKeyFile.Make(name, NoteKeyType.Ed25519, PathOf), null);
    }

    /// <summary>Throws away the file of a key that this process made and that the ledger does not name.</summary>
    public void Discard(VerifierKey made) => File.Delete(PathOf(made));

    public string PathOf(VerifierKey key) => Path.Combine(folder!.Path, key.Id.ToString("x8", CultureInfo.InvariantCulture) + Extension);

    private KeyFileAnswer ReadChecked(string path)
    {
        try
        {
            if (WhatIsWrong(folder!.Path, isFolder: true) is { } wrong)
                return new(wrong);
            return Read(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(new Refusal(
                "ledger-key-missing",
                $"The ledger's key is not in {path}. Put its file there, of mode 0600, from the node or the safe that has it; where it is lost, an administrator runs 'archive ledger key replace --lost'."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(new Refusal("ledger-key-unreadable", $"The ledger's key in {path} cannot be read: {e.Message} Make it readable for the user who runs the archive, and for nobody else."));
        }
    }

    private static KeyFileAnswer Read(string path)
    {
        if (WhatIsWrong(path, isFolder: false) is { } wrong)
            return new(wrong);
        // Nobody but the owner can put another file in its place meanwhile: the folder is the owner's alone.
        return SigningKeyFile.Find(path) is { } key
            ? new(key)
            : new(new Refusal(
                "ledger-key-malformed", $"The file {path} holds no key: one line PRIVATE+KEY+NAME+ID+SEED is one. Put the ledger's own file back; where it is lost, an administrator runs 'archive ledger key replace --lost'."));
    }

    /// <exception cref="IOException">It is not there.</exception>
    private static Refusal? WhatIsWrong(string path, bool isFolder)
    {
        // Windows has other rights: there a folder in the user's profile is the user's.
        if (OperatingSystem.IsWindows())
            return null;
        var found = PrivatePath.Of(path);
        if (found.IsLink || (isFolder ? !found.IsFolder : !found.IsFile))
        {
            return new(
                "ledger-key-link",
                $"{path} is {(found.IsLink ? "a symbolic link" : "something else")}, where {(isFolder ? "the folder of the ledger's keys" : "a key of the ledger")} is expected: what it leads to can be changed by whoever may change it. Put the {(isFolder ? "folder" : "file")} itself there.");
        }

        if (found.IsOthers)
        {
            return new(
                "ledger-key-owner",
                $"{path} belongs to another user (number {found.Owner}) than the one who runs the archive, so that user could read and change the ledger's keys. Give it to the one who runs it: chown.");
        }

        return found.IsExposed ? Exposed(path, isFolder) : null;
    }

    private static Refusal Exposed(string path, bool isFolder = false) => new(
        "ledger-key-exposed",
        $"Group or others may use {path}: who reads the ledger's key can sign in its name. Take that away: chmod {(isFolder ? "700" : "600")} '{path}'. If somebody may have read it, rotate the key: archive ledger key rotate.");

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder!.Path);
        else
            Directory.CreateDirectory(folder!.Path, OwnersFolder);
    }

    private static string Id(VerifierKey key) => string.Create(CultureInfo.InvariantCulture, $"the key {key.Id:x8}");
}
