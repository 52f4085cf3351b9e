namespace Archive.Domain.Time;

/// <summary>A whole EDTF string, parsed: one of <see cref="EdtfDate"/>, <see cref="EdtfMoment"/>, <see cref="EdtfInterval"/>, <see cref="EdtfSet"/>.</summary>
/// <param name="Level">The EDTF conformance level that the string needs: 0, 1 or 2.</param>
/// <param name="Qualification">Every mark in the string, taken together.</param>
internal abstract record EdtfExpression(int Level, Qualification Qualification);
