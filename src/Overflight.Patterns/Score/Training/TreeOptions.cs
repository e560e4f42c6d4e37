namespace Overflight.Patterns.Score.Training;

/// <summary>How a tree is grown.</summary>
/// <param name="MaximumDepth">Splits from root to leaf at most.</param>
/// <param name="LeastInLeaf">Rows in a leaf at least.</param>
/// <param name="Ridge">Added to the curvature of a node: draws small leaves towards 0.</param>
/// <param name="FeaturesPerSplit">How many features, drawn anew at each node, may split it.</param>
/// <param name="RandomThreshold">One threshold a feature, drawn between its least and greatest value (Geurts, Ernst and Wehenkel 2006), instead of the best.</param>
/// <param name="Scale">The values of all nodes are times this.</param>
internal sealed record TreeOptions(int MaximumDepth, int LeastInLeaf, double Ridge, int FeaturesPerSplit, bool RandomThreshold, double Scale);
