namespace Archive.Evidence.Texts;

/// <summary>Taking out a text costs more than it may. Caught where the text is taken out.</summary>
internal sealed class BudgetSpentException(string message) : Exception(message);
