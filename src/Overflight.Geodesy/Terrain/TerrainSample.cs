namespace Overflight.Geodesy.Terrain;

/// <summary>The surface at a place, and the cell of four samples that it comes from.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Column">Column of the place, counted between samples; may lie up to half a sample outside the grid.</param>
/// <param name="Row">Row of the place.</param>
/// <param name="HeightMetres">Height above the sea.</param>
/// <param name="GreatestMetres">No height of the cell is greater.</param>
internal readonly record struct TerrainSample(TerrainGrid Grid, double Column, double Row, double HeightMetres, double GreatestMetres);
