namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Access units of MPEG-2 video: a picture with the sequence and group headers before it (ISO/IEC 13818-2, 6.2; 13818-1, 2.1.1). Two fields of a frame go together.</summary>
internal sealed class Mpeg2Units : AccessUnitReader
{
    private const byte PictureStart = 0x00;
    private const byte SequenceHeader = 0xB3;
    private const byte Extension = 0xB5;
    private const byte GroupStart = 0xB8;
    private const int FrameStructure = 3;
    private const int Range = 1 << 10;

    // Table 6-4, pictures in seconds.
    private static readonly (int Numerator, int Denominator)[] s_rates =
        [(0, 1), (24_000, 1001), (24, 1), (25, 1), (30_000, 1001), (30, 1), (50, 1), (60_000, 1001), (60, 1)];

    private bool _beginsGroup;
    private bool _isFirstField;
    private int _reference;
    private long _order;

    /// <summary>Whether a sequence extension was there: without one it is MPEG-1.</summary>
    public bool IsMpeg2 { get; private set; }

    public override void Take(long offset, ReadOnlySpan<byte> head)
    {
        var code = head[0];
        var bits = new BitReader(head[1..]);
        switch (code)
        {
            case SequenceHeader:
                Begin(offset);
                bits.Skip(28);
                var rate = (int)bits.Bits(4);
                if (rate < s_rates.Length && !Rate.IsUsable)
                    Rate = new(s_rates[rate].Numerator, s_rates[rate].Denominator);
                break;
            case GroupStart:
                Begin(offset);
                _beginsGroup = true;
                break;
            case PictureStart:
                TakePicture(offset, (int)bits.Bits(10), (int)bits.Bits(3));
                break;
            case Extension:
                TakeExtension(ref bits);
                break;
        }
    }

    private void TakePicture(long offset, int reference, int type)
    {
        if (_isFirstField && reference == _reference)
        {
            _isFirstField = false;
            return;
        }
        _isFirstField = false;
        // Without groups temporal references count on, modulo 1024.
        var step = (reference - _reference + Range + Range / 2) % Range - Range / 2;
        _order = _beginsGroup || Units.Count == 0 ? reference : _order + step;
        _reference = reference;
        Picture(offset, _order, _beginsGroup, type == 1);
        _beginsGroup = false;
    }

    private void TakeExtension(ref BitReader bits)
    {
        switch (bits.Bits(4))
        {
            case 1:
                if (!IsMpeg2)
                {
                    IsMpeg2 = true;
                    bits.Skip(8 + 1 + 2 + 2 + 2 + 12 + 1 + 8 + 1);
                    var (numerator, denominator) = (bits.Bits(2) + 1, bits.Bits(5) + 1);
                    Rate = new(Rate.Numerator * numerator, Rate.Denominator * denominator);
                }
                break;
            case 8:
                bits.Skip(16 + 2);
                _isFirstField = bits.Bits(2) != FrameStructure && !_wasField;
                _wasField = _isFirstField;
                bits.Skip(6);
                if (bits.Flag())
                    Refuse("it repeats fields (pulldown), so that its pictures are not evenly apart");
                break;
        }
    }

    private bool _wasField;
}
