using Overflight.Tracks;

namespace Overflight.Sorties.Simulation;

/// <summary>How far along it is on what it flies.</summary>
/// <param name="LegIndex">Index of the route's leg.</param>
/// <param name="LegName">Its name; null off the route.</param>
/// <param name="CrossTrackMetres">Right of the path positive.</param>
/// <param name="DesiredTrackDegrees">Course of the path.</param>
/// <param name="ToGoMetres">To the end of the present segment; infinite on a circle without end.</param>
/// <param name="Eta">When it is there at the present ground speed; null where it has no end.</param>
public sealed record SortieProgress(int LegIndex, string? LegName, double CrossTrackMetres, double DesiredTrackDegrees, double ToGoMetres, UtcInstant? Eta);
