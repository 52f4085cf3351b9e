namespace Archive.Packages;

/// <summary>A package after its verification.</summary>
/// <param name="Verdict">What it came to.</param>
/// <param name="Bag">What is in it.</param>
/// <param name="Signed">What was signed.</param>
internal sealed record VerifiedBag(BagVerdict Verdict, CheckedBag Bag, SignedParts Signed);
