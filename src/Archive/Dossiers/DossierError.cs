namespace Archive.Dossiers;

/// <summary>One thing that is wrong with a dossier. Its pointer has the form <c>file:line:column</c>.</summary>
/// <param name="At">Where; line 0 where no line is meant.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record DossierError(DossierPlace At, string Message) : Violation(At.ToString(), Message);
