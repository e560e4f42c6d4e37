namespace Overflight.Patterns.Score;

/// <summary>
/// A binary tree over features, nodes in pre-order: the left child follows its parent. Every node holds the value it would give
/// were it a leaf, so that each step down can be credited to the feature that decided it.
/// </summary>
internal sealed class DecisionTree(byte[] feature, float[] threshold, float[] value, ushort[] right)
{
    /// <summary>In place of a feature: the node is a leaf.</summary>
    public const byte Leaf = byte.MaxValue;

    public int Count => feature.Length;

    public ReadOnlySpan<byte> Features => feature;

    public ReadOnlySpan<float> Thresholds => threshold;

    public ReadOnlySpan<float> Values => value;

    public ReadOnlySpan<ushort> Rights => right;

    /// <summary>The value of the leaf that a row falls in: left where the feature is at most the threshold.</summary>
    public double Predict(ReadOnlySpan<double> row)
    {
        var node = 0;
        while (feature[node] != Leaf)
            node = Next(node, row);
        return value[node];
    }

    /// <summary>
    /// Adds to each feature's entry the change of value at the nodes it decided, times a weight, and returns the root's value times
    /// the weight: all together they add up to the weighted prediction.
    /// </summary>
    public double Explain(ReadOnlySpan<double> row, double weight, Span<double> contributions)
    {
        var node = 0;
        while (feature[node] != Leaf)
        {
            var next = Next(node, row);
            contributions[feature[node]] += weight * ((double)value[next] - value[node]);
            node = next;
        }
        return weight * value[0];
    }

    private int Next(int node, ReadOnlySpan<double> row) => row[feature[node]] <= threshold[node] ? node + 1 : right[node];
}
