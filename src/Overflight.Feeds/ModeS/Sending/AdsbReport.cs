using Overflight.Geodesy;

namespace Overflight.Feeds.ModeS.Sending;

/// <summary>What an aircraft tells of itself at an instant.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="PressureAltitudeFeet">Pressure altitude; −1,000 to 50,175 is coded in steps of 25 ft, above that the field is empty.</param>
/// <param name="GeometricMinusBarometricFeet">Height above the ellipsoid less pressure altitude.</param>
/// <param name="GroundSpeedKnots">Speed over the ground.</param>
/// <param name="TrackDegrees">Track against true north.</param>
/// <param name="VerticalRateFeetPerMinute">Climb positive.</param>
public readonly record struct AdsbReport(
    GeoPoint Place, double PressureAltitudeFeet, double GeometricMinusBarometricFeet, double GroundSpeedKnots, double TrackDegrees, double VerticalRateFeetPerMinute);
