using Microsoft.Win32.SafeHandles;

namespace Overflight.Misb.Pictures;

/// <summary>Pictures that lie at known places of a file.</summary>
internal abstract class IndexedPictures(string path, byte streamType) : PictureSource
{
    private readonly SafeFileHandle _file = File.OpenHandle(path);
    private readonly List<(long Offset, int Length)> _places = [];
    private readonly List<CodedPicture> _pictures = [];

    public override byte StreamType => streamType;

    public override IReadOnlyList<CodedPicture> Pictures => _pictures;

    public override void Read(PictureHandler onPicture, KlvHandler? onKlv = null)
    {
        var (stored, room) = (Array.Empty<byte>(), new List<byte>());
        for (var i = 0; i < _places.Count; i++)
        {
            var (offset, length) = _places[i];
            if (stored.Length < length)
                stored = new byte[2 * length];
            var span = stored.AsSpan(0, length);
            for (var read = 0; read < length;)
                read += RandomAccess.Read(_file, span[read..], offset + read) is > 0 and var count
                    ? count
                    : throw new InvalidDataException($"ends inside the picture at {offset}");
            room.Clear();
            onPicture(i, Convert(span, _pictures[i].IsRandomAccess, room));
        }
    }

    /// <summary>The access unit as it goes into a transport stream.</summary>
    /// <param name="stored">The bytes of the file.</param>
    /// <param name="isRandomAccess">Whether decoding can begin with it.</param>
    /// <param name="room">Empty, for what must be made anew.</param>
    protected abstract ReadOnlySpan<byte> Convert(ReadOnlySpan<byte> stored, bool isRandomAccess, List<byte> room);

    protected void Add(long offset, long length, long pts, long dts, bool isRandomAccess)
    {
        if (length > MostPictureBytes)
            throw new InvalidDataException($"holds a picture of {length:N0} bytes at {offset}; at most {MostPictureBytes:N0} are read");
        if (_pictures.Count == MostPictures)
            throw new InvalidDataException($"has more than {MostPictures:N0} pictures; cut it into parts");
        _places.Add((offset, (int)length));
        _pictures.Add(new(pts, dts, isRandomAccess, null));
    }

    /// <summary>Reads every picture once for its time stamp.</summary>
    protected void FindStamps()
    {
        var finder = new StampFinder(StreamType);
        Read((index, bytes) =>
        {
            if (finder.Find(bytes) is { } stamp)
                _pictures[index] = _pictures[index] with { Stamp = stamp };
        });
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }
}
