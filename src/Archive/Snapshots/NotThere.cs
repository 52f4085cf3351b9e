using Archive.Domain;

namespace Archive.Snapshots;

/// <summary>What is said of something that does not exist, at the moment asked about.</summary>
internal static class NotThere
{
    public static Refusal Record(string id, Moment moment) =>
        new("record-unknown", $"There is no record {id} as of entry {moment.Entry}. 'archive records' lists those there are.");

    public static Refusal Claim(string id, Moment moment) =>
        new("claim-unknown", $"There is no claim {id} as of entry {moment.Entry}. 'archive show {ArchiveId.RecordOf(id)}' lists the claims of its record.");

    public static Refusal Proposal(string claim, int number, Moment moment) =>
        new("proposal-unknown", $"There is no proposal {number} on claim {claim} as of entry {moment.Entry} that you may see. 'archive proposal list' lists those that wait.");

    public static Refusal Source(string id, Moment moment) => new("source-unknown", $"There is no source {id} as of entry {moment.Entry}.");
}
