namespace Archive.Benchmarks;

/// <summary>A measured job beside its anchor.</summary>
/// <param name="Job">What was measured.</param>
/// <param name="Anchor">What it is held against.</param>
/// <param name="JobValue">Median of the job, with its unit.</param>
/// <param name="AnchorValue">Median of the anchor, with its unit.</param>
/// <param name="Ratio">Job to anchor.</param>
/// <param name="Goal">What is to be reached.</param>
internal sealed record Figure(string Job, string Anchor, string JobValue, string AnchorValue, double Ratio, string Goal);
