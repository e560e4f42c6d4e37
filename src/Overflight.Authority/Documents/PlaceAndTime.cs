using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A place and a time.</summary>
/// <param name="At">When.</param>
/// <param name="Place">The place's name.</param>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
public sealed record PlaceAndTime(UtcInstant At, string Place, double Latitude, double Longitude);
