using Archive.Domain.Claims;
using Archive.Domain.Ledger;

namespace Archive.Exports.Schema;

/// <summary>A claim as schema.org's Claim, with its citations, corrections and disputes.</summary>
internal static class SchemaClaim
{
    public static void Write(ExportJson json, ClaimPast past, RecordMaterial material)
    {
        var writer = json.Writer;
        var (first, current) = (past.Versions[0], past.Current);
        var claim = current.State;
        writer.WriteStartObject();
        writer.WriteString("@type", "Claim");
        writer.WriteString("@id", material.Iris.InFull(ExportIris.Claim(claim.Id)));
        writer.WriteString("identifier", claim.Id);
        if (current.Withheld is { } withheld)
        {
            writer.WriteString("conditionsOfAccess", ClosedText.Of(withheld));
            writer.WriteEndObject();
            return;
        }

        writer.WriteNumber("version", claim.Version);
        writer.WriteString("genre", SchemaExport.Word(claim.Content.Particulars.Kind));
        writer.WriteString("creativeWorkStatus", ErasedContent.IsErased(claim.Content) ? "erased" : SchemaExport.Word(claim.Status));
        writer.WriteString("dateCreated", RecordedTime.Format(first.Change.RecordedAt));
        writer.WriteString("dateModified", RecordedTime.Format(current.Change.RecordedAt));
        if (!ErasedContent.IsErased(claim.Content))
            WriteContent(json, claim.Content, material);
        SchemaCitation.WriteAll(json, claim.Citations, material);
        WriteCorrections(json, past, material);
        WriteDisputes(json, claim, material);
        writer.WriteEndObject();
    }

    private static void WriteContent(ExportJson json, ClaimContent content, RecordMaterial material)
    {
        var writer = json.Writer;
        writer.WriteString("text", content.Says);
        json.Text("inLanguage", content.Language);
        json.Text("temporal", content.Occurred is { Clock: { } clock } date ? $"{date.Edtf} {clock}" : content.Occurred?.Edtf);
        json.Text("temporalCoverage", PlainDate.Of(content.Occurred));
        json.Text("keywords", content.About);
        if (content.AccordingTo is { } voice)
        {
            writer.WritePropertyName("author");
            SchemaExport.WriteAuthority(json, material, voice, null);
        }

        if (content.Particulars.Place is { } place)
        {
            writer.WritePropertyName("contentLocation");
            SchemaExport.WriteAuthority(json, material, place, "Place");
        }

        if (content.Particulars.Participants.Any())
        {
            writer.WriteStartArray("mentions");
            foreach (var participant in content.Particulars.Participants.Distinct(StringComparer.Ordinal))
                SchemaExport.WriteAuthority(json, material, participant, null);
            writer.WriteEndArray();
        }

        if (content.DerivedFrom.Count > 0)
        {
            writer.WriteStartArray("isBasedOn");
            foreach (var other in content.DerivedFrom)
            {
                writer.WriteStartObject();
                writer.WriteString("@type", "Claim");
                writer.WriteString("@id", material.Iris.InFull(ExportIris.Claim(other)));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>What was corrected, withdrawn and taken back, and why, in the order in which it was recorded.</summary>
    private static void WriteCorrections(ExportJson json, ClaimPast past, RecordMaterial material)
    {
        var corrections = past.Versions.Where((version, i) => i > 0 && Corrects(past.Versions[i - 1].State, version.State)).ToArray();
        if (corrections.Length == 0)
            return;
        var writer = json.Writer;
        writer.WriteStartArray("correction");
        foreach (var version in corrections)
        {
            var change = version.Change;
            writer.WriteStartObject();
            writer.WriteString("@type", "CorrectionComment");
            writer.WriteString("@id", material.Iris.InFull(ExportIris.Entry(version.FromEntry)));
            writer.WriteString("name", change.Type);
            json.Text("text", change.Words);
            json.Text("abstract", change.Notice);
            var keywords = ((string?[])[change.Reason, change.Fault is { } fault ? $"fault: {SchemaExport.Word(fault)}" : null]).OfType<string>().ToArray();
            if (keywords.Length > 0)
            {
                writer.WriteStartArray("keywords");
                foreach (var keyword in keywords)
                    writer.WriteStringValue(keyword);
                writer.WriteEndArray();
            }

            writer.WriteString("dateCreated", RecordedTime.Format(change.RecordedAt));
            writer.WriteStartObject("creator");
            var actor = past.Events[version.FromEntry].Actor;
            writer.WriteString("@id", material.Iris.InFull(ExportIris.Actor(actor)));
            json.Text("name", material.Actors.GetValueOrDefault(actor)?.Name);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static bool Corrects(Claim before, Claim after) => before.Version != after.Version || before.Retraction is null != after.Retraction is null;

    /// <summary>A dispute as a Question whose versions are suggested answers; accepted is only what a resolution chose.</summary>
    private static void WriteDisputes(ExportJson json, Claim claim, RecordMaterial material)
    {
        if (claim.Disputes.Count == 0)
            return;
        var writer = json.Writer;
        writer.WriteStartArray("subjectOf");
        foreach (var dispute in claim.Disputes)
        {
            writer.WriteStartObject();
            writer.WriteString("@type", "Question");
            writer.WriteString("text", dispute.Question);
            writer.WriteString("creativeWorkStatus", dispute.IsOpen ? "open" : SchemaExport.Word(dispute.Resolution!.Outcome));
            writer.WriteStartArray("suggestedAnswer");
            foreach (var version in dispute.Versions)
                WriteAnswer(json, version.Says, version.Citations, material);
            writer.WriteEndArray();
            if (dispute.Resolution is { Outcome: DisputeOutcome.OneVersion, Version: { } number } && number <= dispute.Versions.Count)
            {
                writer.WritePropertyName("acceptedAnswer");
                WriteAnswer(json, dispute.Versions[number - 1].Says, dispute.Resolution.Citations, material);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAnswer(ExportJson json, string says, IReadOnlyList<Citation> citations, RecordMaterial material)
    {
        json.Writer.WriteStartObject();
        json.Writer.WriteString("@type", "Answer");
        json.Writer.WriteString("text", says);
        SchemaCitation.WriteAll(json, citations, material);
        json.Writer.WriteEndObject();
    }
}
