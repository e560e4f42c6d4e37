namespace Overflight.Authority.Documents;

/// <summary>Something that went wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="During">When; of no length for an instant.</param>
/// <param name="Note">In words.</param>
public sealed record Incident(IncidentKind Kind, TimeWindow During, string Note);
