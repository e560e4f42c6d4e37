namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Access units of H.264: where they begin (7.4.1.2.3 and 7.4.1.2.4), and their picture order counts (8.2.1).</summary>
internal sealed class H264Units : AccessUnitReader
{
    private const int Slice = 1;
    private const int PartitionA = 2;
    private const int InstantRefresh = 5;

    private readonly byte[] _payload = new byte[StartCodeScanner.HeadBytes];
    private readonly Dictionary<int, H264Parameters> _sequences = [];
    private readonly Dictionary<int, (int Sequence, bool HasBottomDelta)> _pictures = [];
    private Header? _last;
    private long _previousHigh;
    private long _previousLow;
    private long _count;

    private readonly record struct Header(uint FrameNumber, uint PictureSet, bool IsField, bool IsBottom, bool IsReference, uint Low, long Delta0, long Delta1, bool IsRefresh, uint RefreshId);

    public override void Take(long offset, ReadOnlySpan<byte> head)
    {
        var type = head[0] & 0x1F;
        switch (type)
        {
            case Slice or PartitionA or InstantRefresh:
                TakeSlice(offset, head, type == InstantRefresh);
                break;
            case 7:
                Begin(offset);
                if (H264Parameters.Read(Payload(head)) is { } sequence)
                {
                    _sequences[sequence.Id] = sequence;
                    if (!Rate.IsUsable)
                        Rate = sequence.Rate;
                }
                break;
            case 8:
                Begin(offset);
                TakePictureSet(Payload(head));
                break;
            case 6 or 9 or (>= 14 and <= 18):
                Begin(offset);
                break;
        }
    }

    private void TakePictureSet(ReadOnlySpan<byte> payload)
    {
        var bits = new BitReader(payload);
        var (id, sequence) = (bits.Unsigned(), bits.Unsigned());
        bits.Skip(1);
        var hasDelta = bits.Flag();
        if (!bits.IsPast && id < 256 && sequence < 32)
            _pictures[(int)id] = ((int)sequence, hasDelta);
    }

    private void TakeSlice(long offset, ReadOnlySpan<byte> head, bool isRefresh)
    {
        var bits = new BitReader(Payload(head));
        bits.Unsigned();
        bits.Unsigned();
        var pictureSet = bits.Unsigned();
        if (!_pictures.TryGetValue((int)Math.Min(pictureSet, 256), out var set) || !_sequences.TryGetValue(set.Sequence, out var sequence))
            // Without its parameters a slice cannot be decoded; it goes with what is before it.
            return;
        bits.Skip(sequence.HasColourPlanes ? 2 : 0);
        var frameNumber = bits.Bits(sequence.FrameNumberBits);
        var isField = !sequence.FramesOnly && bits.Flag();
        var isBottom = isField && bits.Flag();
        var refreshId = isRefresh ? bits.Unsigned() : 0;
        var (low, delta0, delta1) = (0u, 0L, 0L);
        if (sequence.OrderType == 0)
        {
            low = bits.Bits(sequence.OrderBits);
            delta0 = set.HasBottomDelta && !isField ? bits.Signed() : 0;
        }
        else if (sequence.OrderType == 1 && !sequence.AlwaysZeroDeltas)
        {
            delta0 = bits.Signed();
            delta1 = set.HasBottomDelta && !isField ? bits.Signed() : 0;
        }
        var header = new Header(frameNumber, pictureSet, isField, isBottom, (head[0] & 0x60) != 0, low, delta0, delta1, isRefresh, refreshId);
        if (header == _last)
            return;
        _last = header;
        if (isField)
            Refuse("it holds pictures of single fields");
        if (sequence.OrderType == 1)
            Refuse("its order of pictures is of type 1");
        Picture(offset, sequence.OrderType == 0 ? OrderOf(header, 1L << sequence.OrderBits) : _count, isRefresh, isRefresh);
        _count++;
    }

    // 8.2.1.1. What memory management operation 5 does is not seen; two pictures would have one order then.
    private long OrderOf(Header header, long range)
    {
        if (header.IsRefresh)
            (_previousHigh, _previousLow) = (0, 0);
        var high = _previousHigh
            + (header.Low < _previousLow && _previousLow - header.Low >= range / 2 ? range
            : header.Low > _previousLow && header.Low - _previousLow > range / 2 ? -range : 0);
        if (header.IsReference)
            (_previousHigh, _previousLow) = (high, header.Low);
        return high + header.Low;
    }

    private ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> head) => _payload.AsSpan(0, NalUnit.Unescape(head[1..], _payload));
}
