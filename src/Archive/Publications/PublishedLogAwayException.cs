namespace Archive.Publications;

/// <summary>A published log cannot be read just now. It says nothing about the log: who cannot be heard has not lied.</summary>
public sealed class PublishedLogAwayException(string message, Exception? cause = null) : IOException(message, cause);
