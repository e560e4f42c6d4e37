namespace Overflight.Feeds;

/// <summary>The keys met while a JSON document's format is looked for.</summary>
internal sealed class SeenKeys
{
    private bool _latitude;
    private bool _longitude;

    public List<string> Names { get; } = [];

    public bool HasPosition => _latitude && _longitude;

    /// <summary>Whether the document is a GeoJSON feature without a collection around it.</summary>
    public bool IsLoneFeature { get; set; }

    public string Shown => Names.Count == 0 ? "none" : string.Join(", ", Names.Distinct().Take(40).Select(Feeds.Shown.Of));

    /// <summary>Notes a key whose value is a scalar, so that it can be a column.</summary>
    public void Add(string name)
    {
        Names.Add(name);
        var role = ColumnNames.Recognise(name).Role;
        _latitude |= role is ColumnRole.Latitude or ColumnRole.PositionPair;
        _longitude |= role is ColumnRole.Longitude or ColumnRole.PositionPair;
    }
}
