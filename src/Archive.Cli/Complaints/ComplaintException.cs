namespace Archive.Cli.Complaints;

/// <summary>A verb cannot go on; the complaint says why.</summary>
internal sealed class ComplaintException(Complaint complaint, Exception? cause = null) : Exception(complaint.Message, cause)
{
    public Complaint Complaint { get; } = complaint;
}
