namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Access units of H.265: where they begin (7.4.2.4.4), and their picture order counts (8.3.1).</summary>
internal sealed class H265Units : AccessUnitReader
{
    private const int HeaderBytes = 2;
    private const int MostSubLayerNonReference = 14;
    private const int FirstLeading = 6;
    private const int LastLeading = 9;
    private const int FirstRandomAccess = 16;
    private const int LastRandomAccess = 23;
    private const int CleanRandomAccess = 21;
    private const int EndOfSequence = 36;

    private readonly byte[] _payload = new byte[StartCodeScanner.HeadBytes];
    private readonly Dictionary<int, H265Parameters> _sequences = [];
    private readonly Dictionary<int, (int Sequence, bool HasOutputFlag, int ExtraBits)> _pictures = [];
    private long _previousHigh;
    private long _previousLow;
    private bool _isAfterEnd = true;

    public override void Take(long offset, ReadOnlySpan<byte> head)
    {
        if (head.Length <= HeaderBytes)
            return;
        var type = head[0] >> 1 & 0x3F;
        // Other layers go with the base layer.
        if ((head[0] & 1) != 0 || head[1] >> 3 != 0)
            return;
        switch (type)
        {
            case < 32:
                if ((head[2] & 0x80) != 0)
                    TakePicture(offset, head, type);
                break;
            case 33:
                Begin(offset);
                if (H265Parameters.Read(Payload(head)) is { } sequence)
                {
                    _sequences[sequence.Id] = sequence;
                    if (!Rate.IsUsable)
                        Rate = sequence.Rate;
                }
                break;
            case 34:
                Begin(offset);
                TakePictureSet(Payload(head));
                break;
            case 32 or 35 or 39 or (>= 41 and <= 44) or (>= 48 and <= 55):
                Begin(offset);
                break;
            case EndOfSequence:
                _isAfterEnd = true;
                break;
        }
    }

    private void TakePictureSet(ReadOnlySpan<byte> payload)
    {
        var bits = new BitReader(payload);
        var (id, sequence) = (bits.Unsigned(), bits.Unsigned());
        bits.Skip(1);
        var hasOutputFlag = bits.Flag();
        var extra = (int)bits.Bits(3);
        if (!bits.IsPast && id < 64 && sequence < 16)
            _pictures[(int)id] = ((int)sequence, hasOutputFlag, extra);
    }

    private void TakePicture(long offset, ReadOnlySpan<byte> head, int type)
    {
        var isRandomAccess = type is >= FirstRandomAccess and <= LastRandomAccess;
        var bits = new BitReader(Payload(head));
        bits.Skip(isRandomAccess ? 2 : 1);
        if (!_pictures.TryGetValue((int)Math.Min(bits.Unsigned(), 64), out var set) || !_sequences.TryGetValue(set.Sequence, out var sequence))
            return;
        bits.Skip(set.ExtraBits);
        bits.Unsigned();
        bits.Skip((set.HasOutputFlag ? 1 : 0) + (sequence.HasColourPlanes ? 2 : 0));
        var isRefresh = type is 19 or 20;
        long low = isRefresh ? 0 : bits.Bits(sequence.OrderBits);
        // NoRaslOutputFlag: a new coded video sequence.
        var begins = isRandomAccess && (type <= CleanRandomAccess - 1 || _isAfterEnd);
        _isAfterEnd = false;
        Picture(offset, OrderOf(low, 1L << sequence.OrderBits, begins, IsAnchor(type, head[1])), begins, isRandomAccess);
    }

    // prevTid0Pic: of temporal layer 0, no leading picture, no sub-layer non-reference picture.
    private static bool IsAnchor(int type, byte header) =>
        (header & 7) == 1 && type is not (>= FirstLeading and <= LastLeading) && !(type <= MostSubLayerNonReference && type % 2 == 0);

    private long OrderOf(long low, long range, bool begins, bool isAnchor)
    {
        var high = begins ? 0 : _previousHigh
            + (low < _previousLow && _previousLow - low >= range / 2 ? range
            : low > _previousLow && low - _previousLow > range / 2 ? -range : 0);
        if (isAnchor)
            (_previousHigh, _previousLow) = (high, low);
        return high + low;
    }

    private ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> head) => _payload.AsSpan(0, NalUnit.Unescape(head[HeaderBytes..], _payload));
}
