namespace Overflight.Patterns.Reach;

/// <summary>What terrain leaves of a reach, from places spread evenly over what is visible on a smooth earth.</summary>
/// <param name="Places">How many places were looked at.</param>
/// <param name="Visible">Of them, seen over the terrain from some fix.</param>
/// <param name="Hidden">Behind terrain from every fix that was tried.</param>
/// <param name="Unknown">Not seen, but terrain is missing on a line of sight: nothing is claimed.</param>
/// <param name="VisibleSquareMetres">Area for the visible places' share.</param>
/// <param name="UnknownSquareMetres">Area for the unknown places' share.</param>
public sealed record TerrainReach(int Places, int Visible, int Hidden, int Unknown, double VisibleSquareMetres, double UnknownSquareMetres);
