using Archive.Domain.Time;

namespace Archive.Domain.Claims;

/// <summary>What a claim is to say, as it was submitted: <see cref="ClaimContent"/> before the decider derives the bounds of its date.</summary>
public sealed record ClaimDraft(
    string Says,
    Particulars Particulars,
    string? Language = null,
    DateDraft? Occurred = null,
    string? About = null,
    string? AccordingTo = null,
    ValueList<string>? DerivedFrom = null);
