namespace Overflight.Sorties.Aircraft;

/// <summary>Speeds that it is flown at.</summary>
/// <param name="CruiseMetresPerSecond">Cruise, true airspeed.</param>
/// <param name="LoiterFactor">Loiter speed over that of least power (propeller) or least drag (jet).</param>
public sealed record UsualSpeeds(Figure CruiseMetresPerSecond, Figure LoiterFactor);
