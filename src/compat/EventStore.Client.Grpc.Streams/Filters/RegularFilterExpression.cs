namespace EventStore.Client;

/// <summary>A name has to match this regular expression, which the server runs.</summary>
public readonly record struct RegularFilterExpression
{
    public static readonly RegularFilterExpression None;

    /// <summary>Names that do not begin with the dollar sign.</summary>
    public static readonly RegularFilterExpression ExcludeSystemEvents = new(@"^[^\$].*");

    private readonly string? value;

    public RegularFilterExpression(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value;
    }

    public static implicit operator string?(RegularFilterExpression value) => value.value;

    public override string? ToString() => value;
}
