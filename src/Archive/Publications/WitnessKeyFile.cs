using Archive.Domain;
using Archive.Domain.Ledger.Notes;
using Archive.Ledger;

namespace Archive.Publications;

/// <summary>A witness's private key in a file that its owner alone may read.</summary>
public static class WitnessKeyFile
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a key; an existing file is never touched.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">See <see cref="KeyName"/>.</param>
    public static Outcome<VerifierKey> Create(string path, string name)
    {
        if (!KeyName.IsValid(name))
            return Refused<VerifierKey>("witness-key-name", $"'{name}' cannot be the name of a key: it may have no spaces, no + and at most {KeyName.MaxLength} characters. Take the witness's own address without a scheme, such as witness.example.com/w1.");
        if (File.Exists(path) || Directory.Exists(path))
            return Refused<VerifierKey>("witness-key-exists", $"'{path}' is there already. A key is never written over: name another file.");
        return new Outcome<VerifierKey>.Ok(SigningKeyFile.Make(name, NoteKeyType.Cosignature, _ => path));
    }

    /// <returns>The key, which the caller disposes of; or why not.</returns>
    public static Outcome<SigningKey> Read(string path)
    {
        if (!File.Exists(path))
            return Refused<SigningKey>("witness-key-missing", $"There is no file '{path}'. Make a witness's key with 'archive ledger cosign --new-key NAME --key FILE'.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Owners) != 0)
            return Refused<SigningKey>("witness-key-exposed", $"Group or others may use '{path}': who reads a witness's key can sign in its name. Take that away: chmod 600 '{path}'. If somebody may have read it, make a new key.");
        if (SigningKeyFile.Find(path) is not { } key)
            return Refused<SigningKey>("witness-private-key-malformed", $"'{path}' holds no key: one line PRIVATE+KEY+NAME+ID+SEED is one.");
        if (key.Verifier.Type == NoteKeyType.Cosignature)
            return new Outcome<SigningKey>.Ok(key);
        key.Dispose();
        return Refused<SigningKey>("witness-private-key-malformed", $"'{path}' holds the key of a log, not of a witness. Make a witness's key with 'archive ledger cosign --new-key NAME --key FILE'.");
    }

    private static Outcome<T>.Refused Refused<T>(string code, string message) => new(new Refusal(code, message));
}
