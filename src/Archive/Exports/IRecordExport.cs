namespace Archive.Exports;

/// <summary>Writes a record in one format. The same material gives the same bytes.</summary>
internal interface IRecordExport
{
    Task WriteAsync(RecordMaterial material, ExportOutput output);
}
