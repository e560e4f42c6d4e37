namespace Overflight.Feeds.Asterix;

/// <summary>Walks the data items of one record.</summary>
internal ref struct RecordWalker(UserApplicationProfile profile, ReadOnlySpan<byte> data)
{
    private const int TargetReportDescriptor = 20;
    private readonly ReadOnlySpan<byte> _data = data;
    private UserApplicationProfile _profile = profile;
    private PresenceBits _bits = new(data);
    private int _place;

    /// <summary>Behind the last item walked; at the end, the record's length.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>The item.</summary>
    public ItemForm Item { get; private set; } = null!;

    /// <summary>The item's octets.</summary>
    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Whether the record has no sound end, so that nothing behind it can be found.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>What is wrong with a broken record.</summary>
    public readonly string Fault => _bits.Octets == 0
        ? "the field specification has no end within the block"
        : _profile.At(_place) is { } item
            ? $"item {item.Name} runs past the end of the block"
            : $"field {_place + 1} is not defined in category {_profile.Category:000}, edition {_profile.Edition}";

    public bool MoveNext()
    {
        if (Position < 0)
        {
            Position = _bits.Octets;
            IsBroken = _bits.Octets == 0;
        }
        if (IsBroken)
            return false;
        var place = _bits.Next();
        if (place < 0)
            return false;
        _place = place;
        var item = _profile.At(place);
        var length = item?.LengthIn(_data[Position..]) ?? -1;
        if (length < 0)
        {
            IsBroken = true;
            return false;
        }
        Item = item!;
        Data = _data.Slice(Position, length);
        Position += length;
        if (_profile.OfTracks is { } tracks && item!.Number == TargetReportDescriptor && (Data[0] & 0x80) != 0)
            _profile = tracks;
        return true;
    }
}
