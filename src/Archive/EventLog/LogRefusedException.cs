using Archive.Domain;

namespace Archive.EventLog;

/// <summary>The event log cannot be opened as it is: it is not whole, it is missing, or it is not the one that the ledger was made from.</summary>
/// <param name="refusal">Why, and what to do.</param>
public sealed class LogRefusedException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal => refusal;
}
