using Overflight.Airspace.Verdicts;
using Overflight.Tracks;

namespace Overflight.Airspace.Watching;

/// <summary>Where one flight stands towards one region, as of its last fix.</summary>
/// <param name="Aircraft">Who.</param>
/// <param name="Callsign">The call sign in use, or empty.</param>
/// <param name="Airspace">The region.</param>
/// <param name="Fix">The last fix.</param>
/// <param name="Kind">The answer over the flight so far.</param>
/// <param name="IsInside">Whether the last fix is certainly inside.</param>
/// <param name="LeastMetres">A lower bound of the distance to the boundary, less its uncertainty, metres.</param>
/// <param name="Speed">The speed bound in use.</param>
public sealed record WatchedFlight(
    Aircraft Aircraft, string Callsign, string Airspace, Fix Fix, AirspaceVerdictKind Kind, bool IsInside, double LeastMetres, SpeedBound Speed);
