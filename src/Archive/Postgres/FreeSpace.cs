using System.Globalization;

namespace Archive.Postgres;

/// <summary>A full disk shows as a dozen different errors; so the disk itself is asked.</summary>
internal static class FreeSpace
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A new cluster takes 40 MB, and soon several segments of 16 MB for its write-ahead log.</summary>
    public const long ToCreate = 128 * Megabyte;

    /// <summary>Recovery and the first checkpoint write.</summary>
    public const long ToStart = 32 * Megabyte;

    /// <summary>A sentence about the disk where it has less than <paramref name="needed"/> bytes left, otherwise nothing.</summary>
    public static string Complaint(string folder, long needed)
    {
        var free = Left(folder);
        return free >= needed ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"The disk of {folder} has only {free / Megabyte} MB left, and PostgreSQL needs {needed / Megabyte} MB: make room, or set {ArchiveSettings.HomeVariable} to a folder on another disk. ");
    }

    // An unknown disk is not complained about.
    private static long Left(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }
}
