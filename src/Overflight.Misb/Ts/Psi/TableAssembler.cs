namespace Overflight.Misb.Ts;

/// <summary>Gathers the sections of one table until all of one version are there.</summary>
internal sealed class TableAssembler
{
    private byte[]?[] _contents = [];
    private int _version = -1;
    private int _missing;

    /// <summary>The version of the table heard last; -1 before the first.</summary>
    public int Version => _version;

    /// <summary>The contents of the sections in order, once the table is whole.</summary>
    public IEnumerable<byte[]> Contents => _contents.Select(c => c!);

    /// <summary>Takes a section.</summary>
    /// <returns>Whether the table is whole now and differs from the last whole one.</returns>
    public bool Add(in Section section)
    {
        if (section.Number > section.LastNumber)
            return false;
        if (section.Version != _version || section.LastNumber + 1 != _contents.Length)
        {
            _version = section.Version;
            _contents = new byte[]?[section.LastNumber + 1];
            _missing = _contents.Length;
        }
        ref var held = ref _contents[section.Number];
        if (held is not null && section.Content.SequenceEqual(held))
            return false;
        if (held is null)
            _missing--;
        held = section.Content.ToArray();
        return _missing == 0;
    }
}
