namespace EventStore.Client;

public enum Direction
{
    Backwards,
    Forwards,
}
