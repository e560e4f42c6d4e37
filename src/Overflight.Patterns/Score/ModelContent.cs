namespace Overflight.Patterns.Score;

/// <summary>The content of a <see cref="ModelFile"/>; writing and reading go through it in the same order.</summary>
internal static class ModelContent
{
    private const string TypePrefix = "type:";

    public static void Write(BinaryWriter to, SurveillanceModel model)
    {
        var names = model.Features.Features.Select(f => f.Name).ToArray();
        string[] types = [.. names.Where(n => n.StartsWith(TypePrefix, StringComparison.Ordinal)).Select(n => n[TypePrefix.Length..])];
        to.Write(model.Features.UsesAllColumns);
        WriteAll(to, types);
        to.Write(model.Description);
        WriteAll(to, names);
        to.Write(model.BaseRate);
        to.Write(model.Kernel.Gamma);
        to.Write(model.Kernel.Seed);
        WriteAll(to, model.Kernel.Means);
        WriteAll(to, model.Kernel.Deviations);
        WriteAll(to, model.Kernel.Weights);
        WriteAll(to, model.Boosted);
        WriteAll(to, model.Forest);
        WriteAll(to, [.. model.Blend]);
    }

    public static SurveillanceModel Read(BinaryReader from)
    {
        var usesAllColumns = from.ReadBoolean();
        var types = ReadStrings(from);
        var features = usesAllColumns ? FeatureSet.UnitedStates(types) : FeatureSet.Behaviour;
        var description = from.ReadString();
        if (!ReadStrings(from).SequenceEqual(features.Features.Select(f => f.Name)))
            throw new InvalidDataException("it was trained on other features");
        var count = features.Features.Count;
        var baseRate = from.ReadDouble();
        var gamma = from.ReadSingle();
        var seed = from.ReadUInt32();
        var (means, deviations, weights) = (ReadFloats(from, count), ReadFloats(from, count), ReadFloats(from));
        if (!(baseRate is > 0 and < 1) || !(gamma > 0 && float.IsFinite(gamma)) || weights.Length == 0 || Array.Exists(deviations, d => d <= 0))
            throw new InvalidDataException("its base rate, kernel or deviations are out of range");
        return new SurveillanceModel(features, new KernelPart(means, deviations, gamma, seed, weights), ReadTrees(from, count), ReadTrees(from, count), ReadFloats(from, 4), description, baseRate);
    }

    private static void WriteAll(BinaryWriter to, string[] texts)
    {
        to.Write((ushort)texts.Length);
        foreach (var text in texts)
            to.Write(text);
    }

    private static string[] ReadStrings(BinaryReader from)
    {
        var texts = new string[from.ReadUInt16()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = from.ReadString();
        return texts;
    }

    private static void WriteAll(BinaryWriter to, ReadOnlySpan<float> numbers)
    {
        to.Write((ushort)numbers.Length);
        foreach (var number in numbers)
            to.Write(number);
    }

    private static float[] ReadFloats(BinaryReader from, int? wanted = null)
    {
        var numbers = new float[from.ReadUInt16()];
        if (wanted is { } count && numbers.Length != count)
            throw new InvalidDataException($"a list has {numbers.Length} numbers, not {count}");
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = from.ReadSingle();
            if (!float.IsFinite(numbers[i]))
                throw new InvalidDataException("a weight is no number");
        }
        return numbers;
    }

    private static void WriteAll(BinaryWriter to, IReadOnlyList<DecisionTree> trees)
    {
        to.Write((ushort)trees.Count);
        foreach (var tree in trees)
        {
            to.Write((ushort)tree.Count);
            for (var i = 0; i < tree.Count; i++)
            {
                to.Write(tree.Features[i]);
                to.Write(tree.Values[i]);
                if (tree.Features[i] == DecisionTree.Leaf)
                    continue;
                to.Write(tree.Thresholds[i]);
                to.Write(tree.Rights[i]);
            }
        }
    }

    private static DecisionTree[] ReadTrees(BinaryReader from, int features)
    {
        var trees = new DecisionTree[from.ReadUInt16()];
        for (var t = 0; t < trees.Length; t++)
            trees[t] = ReadTree(from, features);
        return trees;
    }

    private static DecisionTree ReadTree(BinaryReader from, int features)
    {
        var count = from.ReadUInt16();
        var (feature, threshold, value, right) = (new byte[count], new float[count], new float[count], new ushort[count]);
        for (var i = 0; i < count; i++)
        {
            feature[i] = from.ReadByte();
            value[i] = from.ReadSingle();
            if (feature[i] == DecisionTree.Leaf)
                continue;
            threshold[i] = from.ReadSingle();
            right[i] = from.ReadUInt16();
            if (feature[i] >= features || right[i] <= i + 1 || right[i] >= count)
                throw new InvalidDataException("a tree's node points outside it");
        }
        if (count == 0 || feature[^1] != DecisionTree.Leaf)
            throw new InvalidDataException("a tree has no end");
        return new DecisionTree(feature, threshold, value, right);
    }
}
