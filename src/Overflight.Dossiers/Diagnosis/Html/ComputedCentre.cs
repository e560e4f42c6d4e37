using Overflight.Geodesy;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>Where a line of sight ends.</summary>
/// <param name="Place">Null where it passes over the earth.</param>
internal sealed record ComputedCentre(GeoPoint? Place);
