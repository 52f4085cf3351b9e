using Archive.Domain;

namespace Archive.Backups;

/// <summary>What became of an order to erase: a line of <c>destructions.ndjson.gz</c>.</summary>
/// <param name="Stream">The stream of the order.</param>
/// <param name="Number">Of the erasure within it.</param>
/// <param name="Entry">The order's entry.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Digests">Of the contents that were destroyed.</param>
/// <param name="Words">How many kept rows were.</param>
/// <param name="Because">What stood against it.</param>
/// <param name="CarriedOutAt">When.</param>
/// <param name="OutOfReach">What it could not reach.</param>
internal sealed record BackedUpDestruction(
    string Stream, int Number, long Entry, string Outcome, ValueList<string> Digests, int Words, ValueList<string> Because, DateTimeOffset CarriedOutAt, ValueList<string> OutOfReach);
