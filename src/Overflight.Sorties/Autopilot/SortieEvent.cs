using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <summary>Something that happened, with its time and place.</summary>
/// <param name="Time">When.</param>
/// <param name="Place">The place below the aircraft.</param>
/// <param name="HeightMetres">Its height above mean sea level.</param>
/// <param name="Kind">What.</param>
/// <param name="Subject">The waypoint, fence, airfield, station, mode or command that it is about.</param>
/// <param name="Detail">In words.</param>
public sealed record SortieEvent(UtcInstant Time, GeoPoint Place, double HeightMetres, SortieEventKind Kind, string Subject, string Detail);
