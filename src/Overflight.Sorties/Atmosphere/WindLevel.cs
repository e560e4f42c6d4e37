namespace Overflight.Sorties.Atmosphere;

/// <summary>The wind at one height of a profile.</summary>
/// <param name="HeightMetres">Above mean sea level.</param>
/// <param name="FromDegrees">The direction that it blows from.</param>
/// <param name="SpeedMetresPerSecond">Its speed, 0 to 150.</param>
public sealed record WindLevel(double HeightMetres, double FromDegrees, double SpeedMetresPerSecond);
