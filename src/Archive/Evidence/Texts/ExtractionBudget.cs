namespace Archive.Evidence.Texts;

/// <summary>
/// What taking out one text may still cost. Whoever reads foreign files swallows exceptions and goes on: once it is spent it stays so, and everything that
/// asks it fails at once.
/// </summary>
internal sealed class ExtractionBudget(TimeProvider clock)
{
    private readonly long _begun = clock.GetTimestamp();
    private int _elements;
    private int _looks;
    private long _unpacked;

    /// <summary>Why nothing more is to be had, or null.</summary>
    public string? Spent { get; private set; }

    /// <exception cref="BudgetSpentException">There are too many.</exception>
    public void CountElement()
    {
        if (++_elements > TextLimits.MostElements)
            Fail($"it has more than {TextLimits.MostElements:N0} elements");
        CheckTime();
    }

    /// <param name="depth">Of elements within elements.</param>
    /// <exception cref="BudgetSpentException">They go too deep.</exception>
    public void CheckDepth(int depth)
    {
        if (depth > TextLimits.MostOpen)
            Fail($"more than {TextLimits.MostOpen:N0} of its elements are nested, or never ended");
    }

    /// <exception cref="BudgetSpentException">There is no time left.</exception>
    public void CheckTime()
    {
        if (Spent is { } spent)
            throw new BudgetSpentException(spent);
        // A look at the clock costs more than what is done between two.
        if ((++_looks & 0xFF) == 0 && clock.GetElapsedTime(_begun) > TextLimits.MostTime)
            Fail($"taking its text out takes more than {TextLimits.MostTime.TotalSeconds:N0} seconds");
    }

    /// <exception cref="BudgetSpentException">The streams have too much in them.</exception>
    public void CountUnpacked(long bytes)
    {
        _unpacked += bytes;
        if (bytes > TextLimits.MostInOneStream)
            Fail($"a stream in it unpacks to more than {TextLimits.MostInOneStream / 1024 / 1024} MB");
        if (_unpacked > TextLimits.MostUnpacked)
            Fail($"it unpacks to more than {TextLimits.MostUnpacked / 1024 / 1024} MB");
        CheckTime();
    }

    private void Fail(string why)
    {
        Spent = why;
        throw new BudgetSpentException(why);
    }
}
