namespace Archive.Domain.Claims;

/// <summary>How much of a source was read when it was consulted.</summary>
public enum ConsultedExtent
{
    Opening,
    Part,
    Whole,
}
