namespace Archive.Domain.Time;

/// <summary>The smallest component that an EDTF date writes.</summary>
internal enum DatePrecision
{
    Year,
    SubYear,
    Month,
    Day,
}
