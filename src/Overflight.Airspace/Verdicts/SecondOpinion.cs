namespace Overflight.Airspace.Verdicts;

/// <summary>The same question put to the second boundary set.</summary>
/// <param name="BoundarySet">Its name.</param>
/// <param name="Kind">Its answer.</param>
/// <param name="DeepestMetres">Greatest depth at a fix by it.</param>
/// <param name="ClosestMetres">Least distance of a fix outside by it.</param>
public sealed record SecondOpinion(string BoundarySet, AirspaceVerdictKind Kind, double? DeepestMetres, double? ClosestMetres);
