using Overflight.Geodesy;

namespace Overflight.Sorties.Autopilot;

/// <summary>A way out that stays clear of fences for ever: a turn, a straight, and a circle.</summary>
/// <param name="Direction">1 turns right, −1 left.</param>
/// <param name="HeadingChangeRadians">How far it turns.</param>
/// <param name="StraightMetres">The straight through the air after the turn.</param>
/// <param name="Centre">Centre of the circle.</param>
/// <param name="RadiusMetres">Its radius.</param>
internal readonly record struct EscapePath(int Direction, double HeadingChangeRadians, double StraightMetres, GeoPoint Centre, double RadiusMetres);
