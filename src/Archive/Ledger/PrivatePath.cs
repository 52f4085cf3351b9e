using System.Runtime.InteropServices;

namespace Archive.Ledger;

/// <summary>What the system says of a file or folder that nobody but its owner may read, without following a symbolic link.</summary>
/// <param name="Mode">Kind and rights, as <c>stat</c> has them.</param>
/// <param name="Owner">Number of the user whose it is.</param>
internal readonly record struct PrivatePath(ushort Mode, uint Owner)
{
    /// <summary>Rights of group and others.</summary>
    private const int Others = 0x3F;

    // The numbers and the layout of statx(2) are the same on every architecture, which those of stat(2) and of open(2)'s flags are not.
    private const int HereFolder = -100;
    private const int NoFollow = 0x100;
    private const int BasicStats = 0x7FF;
    private const int OnlyReading = 0;
    private const int CloseOnExec = 0x80000;

    public bool IsFile => (Mode & 0xF000) == 0x8000;

    public bool IsFolder => (Mode & 0xF000) == 0x4000;

    public bool IsLink => (Mode & 0xF000) == 0xA000;

    public bool IsExposed => (Mode & Others) != 0;

    public bool IsOthers => Owner != EffectiveUser();

    /// <exception cref="IOException">Nothing is there, or it may not be looked at.</exception>
    public static PrivatePath Of(string path)
    {
        var buffer = new byte[256];
        if (Stat(HereFolder, path, NoFollow, BasicStats, buffer) != 0)
            throw Failed(path);
        return new PrivatePath(BitConverter.ToUInt16(buffer, 28), BitConverter.ToUInt32(buffer, 20));
    }

    /// <summary>So that the names in a folder outlive a crash: a file's own bytes do not bring its name along.</summary>
    /// <exception cref="IOException">The disk did not take them.</exception>
    public static void FlushFolder(string path)
    {
        var folder = Open(path, OnlyReading | CloseOnExec);
        if (folder < 0)
            throw Failed(path);
        try
        {
            if (Flush(folder) != 0)
                throw Failed(path);
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static IOException Failed(string path) =>
        Marshal.GetLastPInvokeError() == 2 ? new FileNotFoundException($"{path} is not there.", path) : new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}.");

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] buffer);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
