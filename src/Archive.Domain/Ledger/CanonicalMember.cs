using System.Runtime.InteropServices;

namespace Archive.Domain.Ledger;

/// <summary>One member of an object while it is put in order; all numbers count bytes.</summary>
/// <param name="KeyStart">Where its unescaped name starts among the names of the open objects.</param>
/// <param name="Start">Where its canonical <c>"name":value</c> starts in the output.</param>
/// <param name="Offset">Where its name stands in the text read.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CanonicalMember(int KeyStart, int KeyLength, int Start, int Length, int Offset);
