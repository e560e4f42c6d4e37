namespace Overflight.Designations.Reading;

/// <summary>An element of a list with what is in it, small enough to be held.</summary>
/// <param name="name">Its local name.</param>
internal sealed class XmlRecord(string name)
{
    private readonly List<XmlRecord> _children = [];
    private readonly List<(string Name, string Value)> _attributes = [];

    public string Name { get; } = name;

    public string Text { get; set; } = "";

    public IReadOnlyList<XmlRecord> Children => _children;

    public void Add(XmlRecord child) => _children.Add(child);

    public void Add(string attribute, string value) => _attributes.Add((attribute, value));

    public string? Attribute(string name)
    {
        foreach (var (own, value) in _attributes)
        {
            if (own == name)
                return value;
        }
        return null;
    }

    public IEnumerable<XmlRecord> All(string name) => _children.Where(child => child.Name == name);

    public XmlRecord? First(string name) => All(name).FirstOrDefault();

    /// <summary>The text of a child, trimmed; null where it is missing or empty.</summary>
    public string? TextOf(string name) => First(name)?.Text.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>All elements of a name below, at any depth.</summary>
    public IEnumerable<XmlRecord> Below(string name)
    {
        foreach (var child in _children)
        {
            if (child.Name == name)
                yield return child;
            foreach (var deeper in child.Below(name))
                yield return deeper;
        }
    }
}
