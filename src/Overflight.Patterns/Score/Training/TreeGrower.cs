namespace Overflight.Patterns.Score.Training;

/// <summary>
/// Grows one tree that fits gradients with curvatures (Newton steps, Friedman 2001). With the labels as gradients and 1 as curvature
/// the gain is that of variance, which for two classes is Gini's, and a node's value the share of positives.
/// </summary>
internal sealed class TreeGrower
{
    private readonly double[][] _rows;
    private readonly double[] _gradient;
    private readonly double[] _curvature;
    private readonly TreeOptions _options;
    private readonly Random _random;
    private readonly int[] _features;
    private readonly List<byte> _feature = [];
    private readonly List<float> _threshold = [];
    private readonly List<float> _value = [];
    private readonly List<ushort> _right = [];

    private TreeGrower(double[][] rows, double[] gradient, double[] curvature, TreeOptions options, Random random)
    {
        _rows = rows;
        _gradient = gradient;
        _curvature = curvature;
        _options = options;
        _random = random;
        _features = [.. Enumerable.Range(0, rows[0].Length)];
    }

    public static DecisionTree Grow(double[][] rows, double[] gradient, double[] curvature, TreeOptions options, Random random)
    {
        var grower = new TreeGrower(rows, gradient, curvature, options, random);
        grower.Grow([.. Enumerable.Range(0, rows.Length)], 0);
        return new DecisionTree([.. grower._feature], [.. grower._threshold], [.. grower._value], [.. grower._right]);
    }

    private void Grow(int[] members, int depth)
    {
        var (gradient, curvature) = Sum(members);
        var node = _feature.Count;
        _feature.Add(DecisionTree.Leaf);
        _threshold.Add(0);
        _value.Add((float)(_options.Scale * gradient / (curvature + _options.Ridge)));
        _right.Add(0);
        if (depth == _options.MaximumDepth || members.Length < 2 * _options.LeastInLeaf || BestSplit(members, gradient, curvature) is not { } split)
            return;
        var left = Array.FindAll(members, i => _rows[i][split.Feature] <= split.Threshold);
        var right = Array.FindAll(members, i => _rows[i][split.Feature] > split.Threshold);
        _feature[node] = (byte)split.Feature;
        _threshold[node] = split.Threshold;
        Grow(left, depth + 1);
        _right[node] = (ushort)_feature.Count;
        Grow(right, depth + 1);
    }

    private Split? BestSplit(int[] members, double gradient, double curvature)
    {
        var atLeast = Gain(gradient, curvature) + 1e-9;
        Split? best = null;
        for (var k = 0; k < Math.Min(_options.FeaturesPerSplit, _features.Length); k++)
        {
            var other = _random.Next(k, _features.Length);
            (_features[k], _features[other]) = (_features[other], _features[k]);
            var found = _options.RandomThreshold ? RandomSplit(members, _features[k]) : ExactSplit(members, _features[k], gradient, curvature);
            if (found is { } split && split.Gain > atLeast)
                (best, atLeast) = (split, split.Gain);
        }
        return best;
    }

    private Split? RandomSplit(int[] members, int feature)
    {
        double least = double.MaxValue, most = double.MinValue;
        foreach (var i in members)
        {
            least = Math.Min(least, _rows[i][feature]);
            most = Math.Max(most, _rows[i][feature]);
        }
        if (least >= most)
            return null;
        var threshold = (float)(least + _random.NextDouble() * (most - least));
        double g = 0, h = 0, otherG = 0, otherH = 0;
        var left = 0;
        foreach (var i in members)
        {
            if (_rows[i][feature] <= threshold)
            {
                g += _gradient[i];
                h += _curvature[i];
                left++;
            }
            else
            {
                otherG += _gradient[i];
                otherH += _curvature[i];
            }
        }
        return left < _options.LeastInLeaf || members.Length - left < _options.LeastInLeaf
            ? null
            : new Split(feature, threshold, Gain(g, h) + Gain(otherG, otherH));
    }

    private Split? ExactSplit(int[] members, int feature, double gradient, double curvature)
    {
        var keys = Array.ConvertAll(members, i => _rows[i][feature]);
        var order = (int[])members.Clone();
        Array.Sort(keys, order);
        Split? best = null;
        double g = 0, h = 0;
        for (var i = 0; i < order.Length - _options.LeastInLeaf; i++)
        {
            g += _gradient[order[i]];
            h += _curvature[order[i]];
            var threshold = (float)((keys[i] + keys[i + 1]) / 2);
            // In single precision close values may fall on one side.
            if (i + 1 < _options.LeastInLeaf || !(keys[i] <= threshold && keys[i + 1] > threshold))
                continue;
            var gain = Gain(g, h) + Gain(gradient - g, curvature - h);
            if (best is null || gain > best.Value.Gain)
                best = new Split(feature, threshold, gain);
        }
        return best;
    }

    private double Gain(double gradient, double curvature) => gradient * gradient / (curvature + _options.Ridge);

    private (double Gradient, double Curvature) Sum(int[] members)
    {
        double g = 0, h = 0;
        foreach (var i in members)
        {
            g += _gradient[i];
            h += _curvature[i];
        }
        return (g, h);
    }

    private readonly record struct Split(int Feature, float Threshold, double Gain);
}
