namespace Archive.Cli.Complaints;

/// <summary>A verb cannot go on; the complaint says why.</summary>
internal sealed class ComplaintException(Complaint complaint) : Exception(complaint.Message)
{
    public Complaint Complaint { get; } = complaint;
}
