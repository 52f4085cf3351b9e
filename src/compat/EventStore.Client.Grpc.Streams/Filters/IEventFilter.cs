namespace EventStore.Client;

/// <summary>Which events the server sends: by prefixes or by a regular expression, never both.</summary>
public interface IEventFilter
{
    PrefixFilterExpression[] Prefixes { get; }

    RegularFilterExpression Regex { get; }

    /// <summary>How many events the server looks at before it says how far it is.</summary>
    uint? MaxSearchWindow { get; }
}
