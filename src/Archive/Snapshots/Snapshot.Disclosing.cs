using Archive.Claims;
using Archive.Domain;
using Archive.Records;
using Archive.Sources;

namespace Archive.Snapshots;

/// <summary>The one way of documents out of the database: read together with what governs them, completed, and then withheld where they have to be.</summary>
internal sealed partial class Snapshot
{
    private async Task<List<RecordVersion>> RecordsAsync(Func<ReadBatch, List<RecordVersion>> ask, Action<ReadBatch> askForGovernance)
    {
        await using var batch = session.NewBatch();
        var records = ask(batch);
        if (withholding.IsNeeded)
            askForGovernance(batch);
        await batch.ExecuteAsync(cancellationToken);
        return records.ConvertAll(withholding.Disclose);
    }

    private async Task<List<ClaimVersion>> ClaimsAsync(Func<ReadBatch, List<ClaimVersion>> ask, Action<ReadBatch> askForGovernance)
    {
        await using var batch = session.NewBatch();
        var claims = ask(batch);
        var governsSources = Govern(batch, askForGovernance);
        await batch.ExecuteAsync(cancellationToken);
        return await DiscloseAsync(claims, governsSources);
    }

    private async Task<List<SourceVersion>> SourcesAsync(Func<ReadBatch, List<SourceVersion>> ask, Action<ReadBatch> askForGovernance, bool note = true)
    {
        await using var batch = session.NewBatch();
        var sources = ask(batch);
        if (withholding.IsNeeded)
            askForGovernance(batch);
        await batch.ExecuteAsync(cancellationToken);
        var complete = await documents.CompleteAsync(sources);
        return withholding.IsNeeded ? complete.ConvertAll(version => withholding.Disclose(version, note)) : complete;
    }

    /// <returns>Whether any source is governed: most archives then need no other round trip for quotes.</returns>
    private List<bool> Govern(ReadBatch batch, Action<ReadBatch> askForGovernance)
    {
        if (!withholding.IsNeeded)
            return [];
        askForGovernance(batch);
        return withholding.Governance.AskWhetherSourcesAre(batch);
    }

    private void AskForGovernance(ReadBatch batch, string record)
    {
        withholding.Governance.AskForRecords(batch, [record]);
        withholding.Governance.AskForClaimsOf(batch, record);
    }

    private void AskForGovernance(ReadBatch batch, IReadOnlyCollection<string> claims)
    {
        withholding.Governance.AskForRecords(batch, claims.Select(ArchiveId.RecordOf));
        withholding.Governance.AskForClaims(batch, claims);
    }

    /// <summary>The same for claims that are known only when they were read.</summary>
    private async Task<List<ClaimVersion>> DisclosedAsync(List<ClaimVersion> found)
    {
        if (!withholding.IsNeeded)
            return await documents.CompleteAsync(found);
        await using var batch = session.NewBatch();
        var governsSources = Govern(batch, asked => AskForGovernance(asked, found.ConvertAll(claim => claim.State.Id)));
        await batch.ExecuteAsync(cancellationToken);
        return await DiscloseAsync(found, governsSources);
    }

    private async Task<List<ClaimVersion>> DiscloseAsync(List<ClaimVersion> claims, List<bool> governsSources)
    {
        if (governsSources is [true])
        {
            await using var batch = session.NewBatch();
            withholding.Governance.AskForSources(batch, claims.SelectMany(claim => claim.State.CitedSources()).Distinct(StringComparer.Ordinal).ToArray());
            await batch.ExecuteAsync(cancellationToken);
        }

        var complete = await documents.CompleteAsync(claims);
        return withholding.IsNeeded ? complete.ConvertAll(withholding.Disclose) : complete;
    }
}
