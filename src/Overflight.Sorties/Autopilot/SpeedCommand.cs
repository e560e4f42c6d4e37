using Overflight.Sorties.Routes;

namespace Overflight.Sorties.Autopilot;

/// <summary>Fly faster or slower; one of the two is given.</summary>
/// <param name="By">The station that gives it.</param>
/// <param name="Speed">One of the usual speeds.</param>
/// <param name="TrueAirspeedMetresPerSecond">A true airspeed.</param>
public sealed record SpeedCommand(string By, SpeedChoice? Speed = null, double? TrueAirspeedMetresPerSecond = null) : SortieCommand(By);
