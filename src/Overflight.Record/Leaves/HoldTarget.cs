namespace Overflight.Record.Leaves;

/// <summary>What a legal hold is on: one leaf, or all leaves about a subject.</summary>
/// <param name="Leaf">The leaf, or null.</param>
/// <param name="About">The subject, or null; one of the two is there.</param>
public sealed record HoldTarget(LeafReference? Leaf, string? About)
{
    /// <summary>A hold on one leaf.</summary>
    public static HoldTarget On(LeafReference leaf) => new(leaf, null);

    /// <summary>A hold on all leaves about a subject, past and future, and on leaves sealed as a whole that are about it.</summary>
    public static HoldTarget OnSubject(string about) => new(null, about);

    internal static HoldTarget Of(LeafFields fields)
    {
        if (fields.Has("of") == fields.Has("about"))
            throw fields.Wrong("of", "there where about is not");
        if (fields.Has("of"))
            return On(fields.Reference());
        var about = fields.Text("about");
        LeafRules.RequireSubject(about);
        return OnSubject(about);
    }

    internal LeafFieldsWriter Write(LeafFieldsWriter writer)
    {
        if (Leaf is null == About is null)
            throw new RecordException("a hold is on a leaf or on a subject");
        if (About is null)
            return writer.Of(Leaf);
        LeafRules.RequireSubject(About);
        return writer.Text("about", About);
    }
}
