namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Puts the units of an elementary stream together to access units. Derived classes know one coding.</summary>
internal abstract class AccessUnitReader
{
    private long _begin = -1;
    private bool _hasPicture;
    private int _sequence = -1;

    /// <summary>The access units so far, in decoding order.</summary>
    public List<AccessUnit> Units { get; } = [];

    /// <summary>The rate that the stream states; unusable where it states none.</summary>
    public Rate Rate { get; protected set; }

    /// <summary>Why the order of presentation cannot be worked out; null where it can.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Takes the next unit behind a start code.</summary>
    public abstract void Take(long offset, ReadOnlySpan<byte> head);

    protected void Refuse(string reason) => Refusal ??= reason;

    /// <summary>A unit of a kind that begins an access unit where a picture came before it.</summary>
    protected void Begin(long offset)
    {
        if (_begin >= 0 && !_hasPicture)
            return;
        _begin = offset;
        _hasPicture = false;
    }

    /// <summary>The first slice of a picture.</summary>
    protected void Picture(long offset, long order, bool beginsSequence, bool isRandomAccess)
    {
        Begin(offset);
        _hasPicture = true;
        if (beginsSequence || _sequence < 0)
            _sequence++;
        if (Units.Count == PictureSource.MostPictures)
            throw new InvalidDataException($"has more than {PictureSource.MostPictures:N0} pictures; cut it into parts");
        Units.Add(new(_begin, _sequence, order, isRandomAccess));
    }
}
