using Overflight.Geodesy;

namespace Overflight.Airspace.Zones;

/// <summary>One zone as a file gives it, before it becomes a region.</summary>
/// <param name="Name">Its name, unique within the file.</param>
/// <param name="Rings">Its rings; inside by the even-odd rule.</param>
/// <param name="Reading">How its edges are to be read.</param>
/// <param name="UncertaintyMetres">How far the true line may lie from them.</param>
/// <param name="Vertical">Floor and ceiling, where given.</param>
/// <param name="Validity">When in force, where given.</param>
internal sealed record ZoneDefinition(
    string Name, IReadOnlyList<GeoPoint[]> Rings, EdgeReading Reading, double UncertaintyMetres, VerticalLimits? Vertical, ValidityPeriod? Validity);
