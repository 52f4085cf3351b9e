namespace Archive.Domain.Claims;

/// <summary>Why a claim was corrected: a closed list.</summary>
public enum CorrectionReason
{
    WrongTime,
    WrongPlace,
    WrongPerson,
    WrongDocument,
    Translation,
    QuotationAltered,
    Overstated,
    Incomplete,
    Clarification,
    NewInformation,
    Transcription,
    Unsupported,
    Other,
}
