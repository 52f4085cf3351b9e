using System.Text;
using Archive.Exports;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Exports;

/// <summary>Exports into memory.</summary>
internal static class Exporting
{
    public static async Task<byte[]> ExportAsync(this TestArchive archive, string record, ExportFormat format, AsOf? asOf = null)
    {
        using var to = new MemoryStream();
        var exported = await archive.AskAsync(new ExportRecord(record, format, asOf ?? AsOf.Latest, to));
        var bytes = to.ToArray();
        (exported.Record, exported.Format, exported.Bytes).ShouldBe((record, format, bytes.LongLength));
        exported.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        return bytes;
    }

    public static async Task<string> ExportTextAsync(this TestArchive archive, string record, ExportFormat format, AsOf? asOf = null) =>
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(await archive.ExportAsync(record, format, asOf));
}
