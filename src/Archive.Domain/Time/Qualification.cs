namespace Archive.Domain.Time;

/// <summary>What the EDTF marks <c>?</c>, <c>~</c> and <c>%</c> say of a date or of a component. They never widen bounds.</summary>
[Flags]
internal enum Qualification
{
    None = 0,
    Uncertain = 1,
    Approximate = 2,
}
