using Overflight.Geodesy;
using Overflight.Sorties.Atmosphere;

namespace Overflight.Sorties.Autopilot;

/// <summary>What an escape is planned from.</summary>
/// <param name="Place">The place.</param>
/// <param name="Heading">Heading, radians.</param>
/// <param name="Speed">True airspeed.</param>
/// <param name="Bank">Present bank, radians.</param>
/// <param name="Wind">Wind, taken as steady.</param>
internal readonly record struct EscapeStart(GeoPoint Place, double Heading, double Speed, double Bank, Wind Wind);
