namespace Overflight.Scenery.Picture;

/// <summary>At the corners of a block: how much of the ground comes through the air, 0 to 1, and how bright the sun and sky are on water, steps of luma.</summary>
internal readonly record struct BlockLight(double A, double B, double C, double D, double GlintA, double GlintB, double GlintC, double GlintD);
