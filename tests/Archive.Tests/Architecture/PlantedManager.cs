namespace Archive.Tests.Architecture;

/// <summary>A name that the house forbids, so that the test of names is seen to find one.</summary>
internal static class PlantedManager;
